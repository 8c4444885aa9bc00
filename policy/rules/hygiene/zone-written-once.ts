import type { ResourceFacts, Value } from "../../facts";
import { isKnown } from "../../facts";
import type { Rule } from "../../rule";
import { zoneWrites } from "../../views";

export const zoneWrittenOnce: Rule = {
    name: "zone-written-once",
    kind: "hygiene",
    forbids: "What a Cloudflare zone has one of, a setting or the ruleset of a phase, may be registered only once.",
    why: "The second replaces the first or is refused, and which of them comes second is chance.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORB-3", "ORB-4"],
    repair: "Put the rules of both into one ruleset, or take one of the two out.",
    platforms: ["cloudflare"],
    *check(scope) {
        const first = new Map<string, ResourceFacts>();
        for (const { resource, what, zone, single } of zoneWrites(scope)) {
            if (!single || !isTold(zone)) continue;
            const key = JSON.stringify([what, zone ?? resource.inputs.accountId ?? ""]);
            const earlier = first.get(key);
            if (earlier === undefined) first.set(key, resource);
            else yield { urn: resource.urn, message: `It writes ${what} of a zone, and so does ${earlier.name}.` };
        }
    },
};

/** Two unknowns are the same where they come from the same property; one of which nothing is known is like no other. */
const isTold = (zone: Value | undefined): boolean =>
    isKnown(zone) || (JSON.stringify(zone) ?? "").includes('"property"');
