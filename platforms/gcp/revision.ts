import type { types } from "@pulumi/gcp";
import { fingerprint } from "../names";
import type { Identity, ServiceArgs } from "../platform";
import { canonical } from "./canonical";
import { directEgress } from "./egress";
import { longest } from "./limits";
import type { Network } from "./network";
import { livenessProbe, startupProbe } from "./probes";
import { revisionScaling } from "./scaling";
import { environmentOf, secretsOf } from "./variables";

type Template = types.input.cloudrunv2.ServiceTemplate;

/** What a revision runs: one container with its probes, limits, environment and identity. */
export function revisionTemplate(
    args: ServiceArgs,
    identity: Identity,
    labels: Readonly<Record<string, string>>,
    network: Network,
): Template & { revision: string } {
    const template: Template = {
        labels,
        serviceAccount: identity.id,
        executionEnvironment: "EXECUTION_ENVIRONMENT_GEN2",
        maxInstanceRequestConcurrency: args.concurrency,
        timeout: `${args.timeout}s`,
        sessionAffinity: args.sticky,
        scaling: revisionScaling(args),
        vpcAccess: args.privateNetwork ? directEgress(network) : undefined,
        containers: [container(args)],
    };
    return { ...template, revision: revisionName(args, template) };
}

const container = (args: ServiceArgs): types.input.cloudrunv2.ServiceTemplateContainer => ({
    image: args.image,
    commands: args.command === undefined ? undefined : [...args.command],
    args: args.args === undefined ? undefined : [...args.args],
    ports: { containerPort: args.port },
    envs: environmentOf(args.variables),
    resources: {
        limits: { cpu: String(args.cpu), memory: `${args.memory}Mi` },
        // Between two words of a call there is no request that would keep the CPU: it must never be taken away.
        cpuIdle: args.scaleOn.metric === "requests",
        startupCpuBoost: true,
    },
    startupProbe: startupProbe(args),
    livenessProbe: livenessProbe(args),
});

/**
 * `<service>-<release>-<hash>`, known before anything is deployed, so that a rollback can name it. Cloud Run refuses a
 * template that differs from the one it knows under the same name (409), so the name carries a hash of the template.
 *
 * A value that only the cloud knows (the network's identifier, another service's address) counts as a constant: it
 * stays the same as long as its resource does, and the name must not depend on whether it is known yet. What may change
 * under a release (a password, a certificate) belongs in the vault, which the template only refers to.
 */
export function revisionName(args: ServiceArgs, template: Template): string {
    const known = new Map<unknown, string>([...secretsOf(args.variables).keys()].map(({ name, id }) => [name, id]));
    const hash = fingerprint(canonical([args.release, template], known), 8);
    const room = longest.revision - args.serviceName.length - hash.length - 2;
    return `${args.serviceName}-${args.release.slice(0, room).replace(/-+$/, "")}-${hash}`;
}
