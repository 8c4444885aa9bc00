import type { ResourceFacts } from "../../facts";
import type { Rule, Scope } from "../../rule";
import { buckets, caches, databases } from "../../views";

export const sharedHoldsNoData: Rule = {
    name: "shared-holds-no-data",
    kind: "isolation",
    forbids: "A stack of the tier shared may hold no database, cache or bucket.",
    why: "Several environments use what is in it, so data there would be the data of all of them.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORA-3", "ORA-6", "ORA-11", "VOX-4"],
    repair: "Give each environment its own in its own stack.",
    platforms: ["gcp", "docker"],
    *check(scope) {
        if (scope.environment.tier !== "shared") return;
        for (const { urn, name } of stores(scope))
            yield { urn, message: `"${name}" holds data in a stack that several environments use.` };
    },
};

const stores = (scope: Scope): readonly ResourceFacts[] =>
    [...databases(scope), ...caches(scope), ...buckets(scope)].map(({ resource }) => resource);
