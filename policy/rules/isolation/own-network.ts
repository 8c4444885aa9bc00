import type { Value } from "../../facts";
import type { Rule, Scope } from "../../rule";
import { asWorkload, judged, survey, unprovenName, unprovenOrigin, uses } from "../../views";

export const ownNetwork: Rule = {
    name: "own-network",
    kind: "isolation",
    forbids:
        "Everything that is on a network must be on one of its own environment, and no network may be joined to another's.",
    why: "On a shared network every private address of the other environment is in reach.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "VOX-3"],
    repair: "Refer to a network that this stack registers (`network.id`).",
    platforms: ["gcp", "docker"],
    *check(scope) {
        for (const resource of judged(scope)) {
            if (resource.external) continue;
            for (const { kind, path, value, ...at } of uses(resource)) {
                if (kind !== "network") continue;
                const why = unprovenOrigin(scope, value) ?? unprovenName(scope, resource, at, value);
                if (why !== undefined)
                    yield { urn: resource.urn, message: `The network at ${path} is not this environment's: ${why}.` };
            }
            const workload = asWorkload(resource);
            for (const network of workload?.networks ?? []) {
                const why =
                    workload?.platform === "docker"
                        ? foreignDockerNetwork(scope, network)
                        : (unprovenOrigin(scope, network) ??
                          unprovenName(scope, resource, { property: "template" }, network));
                if (why !== undefined)
                    yield { urn: resource.urn, message: `A network that it is on is not this environment's: ${why}.` };
            }
        }
    },
};

/** Docker knows no projects: a network is the environment's if this stack registers it. */
function foreignDockerNetwork(scope: Scope, network: Value): string | undefined {
    if (typeof network !== "string") return unprovenOrigin(scope, network);
    if (network === "none" || survey(scope).names.has(network)) return undefined;
    if (/^(host|bridge|default)$/.test(network)) return `every container of the host may be on "${network}"`;
    return "no network of this stack has its name";
}
