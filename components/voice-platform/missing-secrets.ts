import * as pulumi from "@pulumi/pulumi";
import type { Environment } from "../../environment";
import { supplyCommand } from "../../environment/supply-command";
import { describedSecret, waits } from "../secrets";
import { apiCredentials } from "../voice-api";
import { gatewayCredentials } from "../voice-gateway";
import { databaseSecrets } from "./database-args";
import { monitoringSecrets } from "./monitoring-args";

/**
 * A Docker host has no vault that somebody could fill after the first deployment: each secret has to be in the stack file
 * before anything is made. That is said of all of them at once, and only by a real deployment: a plan does without them.
 */
export function refuseWithoutSecrets(environment: Environment): void {
    if (environment.platform !== "docker" || pulumi.runtime.isDryRun()) return;
    const missing = missingSecrets(environment);
    if (missing.length === 0) return;
    const lines = missing.flatMap(({ variable, purpose, suppliedBy }) => {
        const details = [purpose, suppliedBy && `from ${suppliedBy}`].filter(Boolean).join(", ");
        return [
            `  ${variable}${details === "" ? "" : `: ${details}`}`,
            `      ${supplyCommand(variable, environment.name)}`,
        ];
    });
    throw new pulumi.RunError(
        [
            `nobody has supplied these secrets of ${environment.name} yet, so nothing is made:`,
            ...lines,
            "Each command asks for the value; one of several lines comes from a file: `< FILE` behind the command.",
        ].join("\n"),
    );
}

interface MissingSecret {
    readonly variable: string;
    readonly purpose: string | undefined;
    readonly suppliedBy: string | undefined;
}

/** What `Secrets.toSupply` says when all has been described, known from the stack file alone. */
export function missingSecrets(environment: Environment): readonly MissingSecret[] {
    const { secrets } = environment;
    const variables = new Set([...Object.keys(secrets), ...readFromVault(environment)]);
    return [...variables].sort().flatMap((variable) => {
        const described = describedSecret(variable, secrets[variable] ?? {});
        const { purpose, suppliedBy } = described;
        return waits(described) ? { variable, purpose, suppliedBy } : [];
    });
}

/** The secrets that its services, its database and its monitoring read. */
function readFromVault(environment: Environment): readonly string[] {
    const { services, integrations, limits } = environment;
    const credentials = [
        ...(services.includes("api") ? apiCredentials({ ...integrations, limits }) : []),
        ...(services.includes("gateway") ? [gatewayCredentials(integrations)] : []),
    ];
    return [
        ...databaseSecrets(environment),
        ...monitoringSecrets(environment),
        ...credentials.flatMap(({ secret }) => secret),
        ...services.flatMap((service) => environment[service].secrets),
    ];
}
