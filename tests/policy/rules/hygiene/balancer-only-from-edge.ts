import type { Value } from "../../../../policy/facts";
import { balancerOnlyFromEdge } from "../../../../policy/rules/hygiene/balancer-only-from-edge";
import { type BalancerBends, balanced, denied, edgeAllowed } from "../../balancers";
import { casesOf } from "../../cases";
import { production } from "../../environments";
import { output, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const on = (bends: BalancerBends = {}): Stack => ({ more: (main) => balanced(main, bends) });
const rule = (priority: number, action: string, match: Value): Value => ({ priority, action, match });
const ranges = (...srcIpRanges: string[]): Value => ({ config: { srcIpRanges } });
const apart = (match: Value): BalancerBends => ({
    besides: (main, policy) => [
        resource(main, "gcp:compute/securityPolicyRule:SecurityPolicyRule", "apart", {
            securityPolicy: output(policy, "name"),
            priority: 5,
            action: "allow",
            match,
        }),
    ],
});
const letsIn = /lets in whom no other rule names/;

export default casesOf(
    balancerOnlyFromEdge,
    stackOn({ environment: production(), runs: false }),
    on(),
    {
        "a policy that is named by its path": on({
            backend: { securityPolicy: "projects/acme-voice-main/global/securityPolicies/edge" },
        }),
        "a firewall's rules before": on({
            rules: [
                rule(1, "deny(403)", { expr: { expression: "evaluatePreconfiguredWaf('sqli-v33-stable')" } }),
                edgeAllowed,
                denied,
            ],
        }),
        "a rule for everybody that nobody gets to": on({
            rules: [rule(5, "deny(403)", ranges("*")), rule(6, "allow", ranges("*"))],
        }),
        "an internal balancer": on({ backend: { loadBalancingScheme: "INTERNAL_MANAGED", securityPolicy: undefined } }),
        "a policy that is not known yet": on({ backend: { securityPolicy: unknown } }),
        "rules that are not known yet": on({ rules: unknown }),
        "a rule of its own for one more range": on(apart(ranges("203.0.113.0/24"))),
        "an environment without an edge": {
            environment: production({ domain: undefined }),
            ...on({ backend: { securityPolicy: undefined } }),
        },
    },
    {
        "no policy": [on({ backend: { securityPolicy: undefined } }), /no security policy stands before it/],
        "no policy, on a regional balancer": [
            {
                more: (main) => [
                    resource(main, "gcp:compute/regionBackendService:RegionBackendService", "backend", {
                        name: "backend",
                        loadBalancingScheme: "EXTERNAL_MANAGED",
                    }),
                ],
            },
            /no security policy stands before it/,
        ],
        "a last rule that allows": [on({ rules: [rule(2147483647, "allow", ranges("*"))] }), letsIn],
        "no last rule, which allows": [on({ rules: [edgeAllowed] }), letsIn],
        "every IPv4 address before the last rule": [
            on({ rules: [rule(9, "allow", ranges("0.0.0.0/0")), denied] }),
            letsIn,
        ],
        "a limit of the rate for everybody": [on({ rules: [rule(9, "throttle", ranges("*")), denied] }), letsIn],
        "an expression that is always true": [
            on({ rules: [rule(9, "allow", { expr: { expression: "true" } }), denied] }),
            letsIn,
        ],
        "a rule of its own for everybody": [on(apart(ranges("*"))), letsIn],
    },
);
