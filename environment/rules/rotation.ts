import { rule } from "./rule";

export const rotation = rule({
    name: "rotation",
    demands: "Production on Google Cloud renews its secrets at least every 90 days",
    requirements: ["ORB-11", "ACG-11"],
    needs: ["tier", "platform", "rotation"],
    *check({ tier, platform, rotation: described }) {
        if (platform === "gcp" && tier === "production" && described === undefined)
            yield {
                path: ["rotation"],
                message: "is missing: production's secrets must be renewed at least every 90 days",
                repair: 'write { every: 90d, next: "…" } with a time that is still to come',
            };
    },
});
