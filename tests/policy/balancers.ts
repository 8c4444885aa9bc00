import type { Environment } from "../../environment";
import type { ResourceFacts, Value } from "../../policy/facts";
import { type Inputs, output, resource } from "./facts-builders";

/** A balanced Cloud Run service as rules see it, each resource bent where a case asks for it. */
export interface BalancerBends {
    readonly service?: Inputs;
    readonly group?: Inputs;
    readonly backend?: Readonly<Record<string, Value | undefined>>;
    readonly rules?: Value;
    /** Resources besides, made from the policy. */
    readonly besides?: (environment: Environment, policy: ResourceFacts) => readonly ResourceFacts[];
}

export const denied: Value = { priority: 2147483647, action: "deny(403)", match: { config: { srcIpRanges: ["*"] } } };
export const edgeAllowed: Value = {
    priority: 10,
    action: "allow",
    match: { config: { srcIpRanges: ["173.245.48.0/20"] } },
};

const given = (inputs: Readonly<Record<string, Value | undefined>>): Inputs =>
    Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, Value] => entry[1] !== undefined));

/** The service, its group, the policy and the back end. */
export function balanced(environment: Environment, bends: BalancerBends = {}): readonly ResourceFacts[] {
    const service = resource(environment, "gcp:cloudrunv2/service:Service", "api", {
        name: `voice-agent-${environment.name}`,
        ingress: "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER",
        ...bends.service,
    });
    const group = resource(environment, "gcp:compute/regionNetworkEndpointGroup:RegionNetworkEndpointGroup", "group", {
        name: "group",
        networkEndpointType: "SERVERLESS",
        cloudRun: { service: output(service, "name") },
        ...bends.group,
    });
    const policy = resource(environment, "gcp:compute/securityPolicy:SecurityPolicy", "edge", {
        name: "edge",
        rules: bends.rules ?? [edgeAllowed, denied],
    });
    const backend = resource(
        environment,
        "gcp:compute/backendService:BackendService",
        "backend",
        given({
            name: "backend",
            loadBalancingScheme: "EXTERNAL_MANAGED",
            backends: [{ group: output(group) }],
            securityPolicy: output(policy),
            ...bends.backend,
        }),
    );
    return [service, group, policy, backend, ...(bends.besides?.(environment, policy) ?? [])];
}
