import { hostsOf } from "../../../environment/defaults";
import type { Rule } from "../../rule";
import { type CacheRule, cacheRules } from "../../views";

export const apiNotCached: Rule = {
    name: "api-not-cached",
    kind: "hygiene",
    forbids: "No rule of Cloudflare's edge may keep what the API or the voice gateway answers.",
    why: "An answer that was meant for one customer would be given to the next who asks.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORB-3"],
    repair: "Keep static files by their extension, and let a last rule with `cache: false` match the hosts of the API and the gateway.",
    platforms: ["cloudflare"],
    *check(scope) {
        const { api, voice } = hostsOf(scope.environment) ?? {};
        const hosts = [api, voice].filter((host) => host !== undefined);
        for (const { resource, rules } of cacheRules(scope)) {
            for (const host of hosts) {
                const last = rules.findLast((rule) => rule.keeps !== undefined && matches(rule, host));
                if (last?.keeps === true)
                    yield { urn: resource.urn, message: `Its rule ${last.name} keeps what ${host} answers.` };
            }
        }
    },
};

const everything = /^[\s(]*(true|starts_with\(http\.request\.uri\.path,\s*"\/"\))[\s)]*$/;

/**
 * Whether the rule is about whatever the host answers. A condition is not computed: one that is always true or that
 * names the host is; one that excludes something or looks at extensions is about something else.
 */
function matches({ expression, target }: CacheRule, host: string): boolean {
    if (target !== undefined) return globOf(target).test(`${host}/v1/calls`);
    if (expression === undefined) return false;
    if (everything.test(expression)) return true;
    if (/\bnot\b|\bne\b|!|\.extension\b/.test(expression)) return false;
    const conditions = [
        ...expression.matchAll(/http\.host\s+(?:eq|==|in|contains|wildcard)\s+(?:r?"[^"]*"|\{[^}]*\})/g),
        ...expression.matchAll(/(?:starts|ends)_with\(http\.host,\s*"[^"]*"\)/g),
    ].map(([condition]) => condition);
    return conditions.some((condition) =>
        [...condition.matchAll(/"([^"]*)"/g)].some(([, text = ""]) => {
            if (condition.startsWith("starts_with")) return host.startsWith(text);
            if (condition.startsWith("ends_with")) return host.endsWith(text);
            if (condition.includes("contains")) return host.includes(text);
            return globOf(text).test(host);
        }),
    );
}

/** `*.example.com/*` as a pattern; the scheme says nothing. */
const globOf = (target: string): RegExp =>
    new RegExp(
        `^${target
            .replace(/^[a-z*]+:\/\//, "")
            .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
            .replaceAll("*", ".*")}$`,
        "i",
    );
