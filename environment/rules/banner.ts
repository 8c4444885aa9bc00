import { rule } from "./rule";

export const banner = rule({
    name: "banner",
    demands: "Pre-production says on every page that it is not production, and production says no such thing",
    requirements: ["ORA-9"],
    needs: ["tier", "safeguards"],
    *check({ tier, safeguards }) {
        if (tier === "pre-production" && safeguards.banner === undefined)
            yield {
                path: ["safeguards", "banner"],
                message: "is missing: in pre-production a user must see that it is not production",
                repair: "write what every page shows, for example STAGING ENVIRONMENT",
            };
        if (tier === "production" && safeguards.banner !== undefined)
            yield {
                path: ["safeguards", "banner"],
                message: "a banner tells users of production that they are somewhere else",
                repair: "remove it",
            };
    },
});
