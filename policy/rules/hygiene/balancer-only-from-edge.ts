import { aboveSandbox } from "../../../environment/tier";
import type { ResourceFacts } from "../../facts";
import type { Rule, Scope } from "../../rule";
import { backends, isUnknown, meant } from "../../views";
import { admitsStrangers } from "../../views/stranger";

export const balancerOnlyFromEdge: Rule = {
    name: "balancer-only-from-edge",
    kind: "hygiene",
    forbids: "No load balancer may take requests that did not come through the environment's edge.",
    why: "Whoever finds its address would walk around the edge's firewall and rate limit.",
    level: ({ tier }) => (aboveSandbox(tier) ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ORB-4", "ORB-1", "ACG-3"],
    repair: "Give its back ends a security policy that allows the edge's address ranges and whose last rule denies.",
    platforms: ["gcp"],
    *check(scope) {
        // Without host names at an edge there is nothing to walk around.
        if (scope.environment.domain === undefined) return;
        for (const { resource, external } of backends(scope)) {
            const why = external ? opening(scope, resource) : undefined;
            if (why !== undefined)
                yield { urn: resource.urn, message: `It answers whoever knows its address: ${why}.` };
        }
    },
};

/** Why everybody gets in; nothing where nobody can tell. */
function opening(scope: Scope, { inputs: { securityPolicy } }: ResourceFacts): string | undefined {
    if (securityPolicy === undefined || securityPolicy === null || securityPolicy === "")
        return "no security policy stands before it";
    const policies = meant(scope, securityPolicy, "gcp:compute/securityPolicy:SecurityPolicy");
    if (isUnknown(securityPolicy) && policies.length !== 1) return undefined;
    const [policy] = policies;
    if (policy === undefined || admitsStrangers(scope, policy) !== true) return undefined;
    return `its security policy "${policy.name}" lets in whom no other rule names`;
}
