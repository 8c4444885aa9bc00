import { Partial, type ResourceFacts, type Value } from "../../facts";
import type { Rule, Scope } from "../../rule";
import { asWorkload, judged, takenOver, unprovenDockerName, unprovenName, unprovenOrigin, uses } from "../../views";

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
            const taken = resource.type.endsWith(":Network") ? takenOver(scope, resource) : undefined;
            if (taken !== undefined)
                yield { urn: resource.urn, message: `The network is not this environment's: ${taken}.` };
            const workload = asWorkload(resource);
            for (const network of workload?.networks ?? []) {
                const why =
                    workload?.platform === "docker"
                        ? foreignDockerNetwork(scope, resource, network)
                        : (unprovenOrigin(scope, network) ??
                          unprovenName(scope, resource, { property: "template" }, network));
                if (why !== undefined)
                    yield { urn: resource.urn, message: `A network that it is on is not this environment's: ${why}.` };
            }
        }
    },
};

const container = "container:";

/** A name, or a mode: the host's own network, the one that the engine puts everybody on, another container's. */
function foreignDockerNetwork(scope: Scope, resource: ResourceFacts, network: Value): string | undefined {
    if (network instanceof Partial && network.parts[0] === container)
        return unprovenDockerName(scope, resource, "networkMode", "container", new Partial(network.parts.slice(1)));
    if (typeof network === "string") {
        if (network === "none") return undefined;
        if (/^(host|bridge|default|ingress)$/.test(network))
            return `every container of the host may be on "${network}"`;
        if (network.startsWith(container)) {
            const joined = network.slice(container.length);
            return unprovenDockerName(scope, resource, "networkMode", "container", joined);
        }
    }
    const property = resource.inputs.networkMode === network ? "networkMode" : "networksAdvanced";
    return unprovenDockerName(scope, resource, property, "network", network);
}
