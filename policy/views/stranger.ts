import type { ResourceFacts, Value } from "../facts";
import type { Scope } from "../rule";
import { meant } from "./meant";
import type { Answer } from "./protection";
import { field, figure, isUnknown, items, text } from "./read";

const ruleType = "gcp:compute/securityPolicyRule:SecurityPolicyRule";

/**
 * Whether a Cloud Armor policy lets in somebody of whom nothing is known: what its first rule for everybody does. Without
 * one it is the API's own last rule, which allows. Nothing where a rule is not known yet.
 * https://cloud.google.com/armor/docs/security-policy-overview#eval-order
 */
export function admitsStrangers(scope: Scope, policy: ResourceFacts): Answer {
    const rules = [...items(policy.inputs.rules), ...rulesApart(scope, policy)];
    const read = rules.map((rule) => ({
        priority: figure(field(rule, "priority")),
        action: text(field(rule, "action")),
        everybody: isForEverybody(rule),
    }));
    if (rules.some(isUnknown) || read.some(({ priority, action }) => priority === undefined || action === undefined))
        return undefined;
    const [first] = read
        .filter(({ everybody }) => everybody)
        .sort((a, b) => (a.priority as number) - (b.priority as number));
    return first === undefined || !/^(deny|redirect)/.test(first.action ?? "");
}

/** Rules that are resources of their own. */
const rulesApart = (scope: Scope, policy: ResourceFacts): readonly Value[] =>
    scope.resources
        .filter(
            ({ type, inputs }) =>
                type === ruleType && meant(scope, inputs.securityPolicy, policy.type).includes(policy),
        )
        .map(({ inputs }) => inputs as Value);

const everywhere = new Set(["*", "0.0.0.0/0", "::/0"]);

function isForEverybody(rule: Value): boolean {
    const ranges = field(rule, "match", "config", "srcIpRanges");
    if (Array.isArray(ranges)) return ranges.some((range) => everywhere.has(text(range) ?? ""));
    return text(field(rule, "match", "expr", "expression"))?.trim() === "true";
}
