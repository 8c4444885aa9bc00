import type { types } from "@pulumi/gcp";
import { type ServiceArgs, type Variable, VaultSecret } from "../platform";

/** Of a service and of a job alike. */
type Env = types.input.cloudrunv2.JobTemplateTemplateContainerEnv;

/** What Cloud Run sets itself and refuses from others: https://cloud.google.com/run/docs/container-contract#env-vars */
const reserved = new Set(["PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"]);

/** A service's environment, in the order of the names, so that no revision is made because a line moved. */
export function environmentOf(variables: ServiceArgs["variables"]): Env[] {
    return Object.entries(variables)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, variable]) => environmentVariable(name, variable));
}

function environmentVariable(name: string, variable: Variable): Env {
    if (reserved.has(name)) throw new RangeError(`Cloud Run sets ${name} itself: leave it out of the variables`);
    return variable instanceof VaultSecret
        ? // Read when an instance starts: a new version reaches the service without a new revision.
          { name, valueSource: { secretKeyRef: { secret: variable.name, version: "latest" } } }
        : { name, value: variable };
}

/** The secrets that a service reads, each once, by the first variable that receives it. */
export function secretsOf(variables: ServiceArgs["variables"]): ReadonlyMap<VaultSecret, string> {
    const secrets = new Map<VaultSecret, string>();
    for (const [name, variable] of Object.entries(variables))
        if (variable instanceof VaultSecret && !secrets.has(variable)) secrets.set(variable, name);
    return secrets;
}
