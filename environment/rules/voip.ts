import { rule } from "./rule";

export const voip = rule({
    name: "voip",
    demands: "Only production synchronises with the VoIP provider, and only production holds the live credentials",
    requirements: ["ORA-10"],
    needs: ["tier", "integrations", "safeguards"],
    *check({ tier, integrations, safeguards }) {
        const { credentials } = integrations.voip;
        if (tier !== "production" && credentials === "live")
            yield {
                path: ["integrations", "voip", "credentials"],
                message: `"live" is for production only, and this stack's tier is ${tier}`,
                repair: 'write "sandbox" or "none"',
            };
        if (!safeguards.voipSync) return;
        if (tier !== "production")
            yield {
                path: ["safeguards", "voipSync"],
                message: `true is for production only, and this stack's tier is ${tier}`,
                repair: "write false, or leave the key out",
            };
        else if (credentials === "none")
            yield {
                path: ["safeguards", "voipSync"],
                message: 'true needs credentials, and ringfence:integrations.voip.credentials is "none"',
                repair: 'write "live" there, or false here',
            };
    },
});
