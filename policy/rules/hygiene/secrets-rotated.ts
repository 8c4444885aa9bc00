import type { Rule } from "../../rule";
import { isHeard, rotatedSecrets } from "../../views";
import { day } from "../../views/read";

/** Days that a value may be used for. */
const longest = 90;

export const secretsRotated: Rule = {
    name: "secrets-rotated",
    kind: "hygiene",
    forbids: "No secret that lives in the vault alone may be used for more than 90 days without anybody being told.",
    why: "A value that leaked unseen opens what it opens for as long as it is valid.",
    level: ({ tier }) => (tier === "production" ? "mandatory" : "advisory"),
    severity: "medium",
    requirements: ["ORB-11", "ACG-11"],
    repair: "Describe `rotation` in the stack file; a secret written by hand needs a `rotation` of at most 90 days, a topic, and something that takes the topic's messages.",
    platforms: ["gcp"],
    *check(scope) {
        // What a sandbox's secrets open is made for trying.
        if (scope.environment.tier === "sandbox") return;
        for (const { resource, name, period, unread, topics, wired } of rotatedSecrets(scope)) {
            const { urn } = resource;
            // Made of other resources, and renewed with them.
            if (wired || unread) continue;
            if (period === undefined) yield { urn, message: `"${name}" is never due: it has no rotation period.` };
            else if (period > longest * day)
                yield { urn, message: `"${name}" is due every ${Math.round(period / day)} days only.` };
            else if (topics.length === 0)
                yield { urn, message: `Nobody is told when "${name}" is due: it names no topic.` };
            else if (scope.complete && !topics.some((topic) => isHeard(scope, topic)))
                yield { urn, message: `Nothing in this stack acts when "${name}" is due: its topic has no listener.` };
        }
    },
};
