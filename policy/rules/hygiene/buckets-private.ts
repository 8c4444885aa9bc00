import type { Rule } from "../../rule";
import { buckets } from "../../views";

export const bucketsPrivate: Rule = {
    name: "buckets-private",
    kind: "hygiene",
    forbids: "No bucket may give permissions on single files, and none may be one that could be opened to everybody.",
    why: "One file that is shared by its own list is seen by no review, and one grant too many opens a bucket to the internet.",
    level: "mandatory",
    severity: "high",
    requirements: ["MVA-6", "ACG-10"],
    repair: 'Set `uniformBucketLevelAccess: true` and `publicAccessPrevention: "enforced"`.',
    platforms: ["gcp"],
    *check(scope) {
        for (const { resource, uniform, closed } of buckets(scope)) {
            const { urn } = resource;
            if (uniform === false) yield { urn, message: "Each file in the bucket can have permissions of its own." };
            if (closed === false) yield { urn, message: "Nothing prevents that the bucket is opened to everybody." };
        }
    },
};
