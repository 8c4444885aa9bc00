import type { Rule } from "../../rule";
import { buckets, caches, databases, dataVolumes } from "../../views";

export const deletionProtection: Rule = {
    name: "deletion-protection",
    kind: "hygiene",
    forbids: "Production's data stores must refuse to be destroyed, and a sandbox's must not.",
    why: "One wrong command must not take production's data away; a sandbox that cannot be destroyed is paid for ever.",
    level: ({ tier }) => (tier === "production" ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ORB-18", "MVA-2"],
    repair: "Set `deletionProtection` (Firestore: `deleteProtectionState`; buckets: `forceDestroy`) as the tier demands; of a volume, `protect`.",
    platforms: ["gcp", "docker"],
    *check(scope) {
        const { tier } = scope.environment;
        if (tier === "production") {
            for (const { resource, protected: kept } of [...databases(scope), ...caches(scope), ...buckets(scope)]) {
                if (kept === false) yield { urn: resource.urn, message: "Its data can be destroyed by one command." };
            }
            for (const { urn, protect } of dataVolumes(scope)) {
                if (!protect) yield { urn, message: "Its data can be destroyed by one command." };
            }
        }
        if (tier === "sandbox") {
            for (const { resource, removable } of [...databases(scope), ...caches(scope)]) {
                if (removable === false)
                    yield { urn: resource.urn, message: "It stays behind, or refuses, when the sandbox is destroyed." };
            }
            for (const { urn, protect } of dataVolumes(scope)) {
                if (protect) yield { urn, message: "It stays behind, or refuses, when the sandbox is destroyed." };
            }
        }
    },
};
