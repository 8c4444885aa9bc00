import { rule } from "./rule";

/**
 * A shared stack holds what several environments use and no customer data: a tunnel, a speech model. Google Cloud runs
 * nothing of the kind yet, and a stack of this tier would get services and a database that rules take for harmless.
 */
export const sharedTier = rule({
    name: "shared-tier",
    demands: "No stack on Google Cloud is shared",
    requirements: ["VOX-4"],
    needs: ["tier", "platform"],
    *check({ tier, platform }) {
        if (tier === "shared" && platform === "gcp")
            yield {
                path: ["tier"],
                message: '"shared" is not possible on gcp: there is nothing that environments share there',
                repair: "write sandbox, pre-production or production",
            };
    },
});
