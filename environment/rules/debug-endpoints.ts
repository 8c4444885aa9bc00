import { rule } from "./rule";

export const debugEndpoints = rule({
    name: "debug-endpoints",
    demands: "Production has neither debug endpoints nor beta features",
    requirements: ["ACG-6"],
    needs: ["tier", "safeguards"],
    *check({ tier, safeguards }) {
        if (tier !== "production") return;
        for (const name of ["debugEndpoints", "betaFeatures"] as const)
            if (safeguards[name])
                yield {
                    path: ["safeguards", name],
                    message: "true is for tiers below production only, and this stack's tier is production",
                    repair: "write false, or leave the key out",
                };
    },
});
