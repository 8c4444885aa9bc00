import type { Tier } from "../tier";
import { quoted } from "../wording";
import { rule } from "./rule";

const applicationOf: Readonly<Record<Tier, string | undefined>> = {
    sandbox: "sandbox",
    "pre-production": "staging",
    production: "production",
    shared: undefined,
};

export const vonageApplication = rule({
    name: "vonage-application",
    demands: "An environment uses the Vonage application of its tier",
    requirements: ["MVA-2", "MVA-3", "MVA-4", "MVA-10"],
    needs: ["tier", "integrations"],
    *check({ tier, integrations: { vonage } }) {
        const meant = applicationOf[tier];
        if (vonage === undefined || vonage.application === meant) return;
        yield {
            path: ["integrations", "vonage", "application"],
            message: `${quoted(vonage.application)} belongs to another tier, and this stack's tier is ${tier}`,
            repair:
                meant === undefined
                    ? "leave ringfence:integrations.vonage out"
                    : `write ${quoted(meant)}, with the identifier of that application`,
        };
    },
});
