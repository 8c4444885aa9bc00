import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { field, flag, items, text } from "./read";
import { judged } from "./survey";

/** What Cloudflare's edge keeps, of which requests. */
export interface CacheRule {
    readonly name: string;
    /** Condition in Cloudflare's language; nothing where it is not known. */
    readonly expression?: string | undefined;
    /** Pattern of addresses, as an old page rule has it. */
    readonly target?: string | undefined;
    /** Whether the edge may keep the answer; nothing where the rule does not say. */
    readonly keeps?: boolean | undefined;
}

/** Rules in the order in which they are applied: of those that match, the last one holds. */
export interface CacheRules {
    readonly resource: ResourceFacts;
    readonly rules: readonly CacheRule[];
}

const readers: Readonly<Record<string, (inputs: ResourceFacts["inputs"]) => readonly CacheRule[]>> = {
    "cloudflare:index/ruleset:Ruleset": ({ rules }) =>
        items(rules)
            .filter((rule) => field(rule, "action") === "set_cache_settings" && field(rule, "enabled") !== false)
            .map((rule) => ({
                name: text(field(rule, "ref")) ?? "without a name",
                expression: text(field(rule, "expression")),
                keeps: flag(field(rule, "actionParameters", "cache")),
            })),
    "cloudflare:index/pageRule:PageRule": ({ target, actions }) => [
        { name: "of the page", target: text(target), keeps: field(actions, "cacheLevel") === "cache_everything" },
    ],
};

export const cacheRules = (scope: Scope): readonly CacheRules[] =>
    judged(scope).flatMap((resource) => {
        const rules = resource.external ? [] : (readers[resource.type]?.(resource.inputs) ?? []);
        return rules.length === 0 ? [] : [{ resource, rules }];
    });
