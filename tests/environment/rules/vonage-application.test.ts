import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("vonage-application");
const application = "ringfence:integrations.vonage.application";

describe("the rule vonage-application", () => {
    it("accepts the application of the tier, or none", () => {
        accepts("sandbox");
        accepts("pre-production");
        accepts("production");
        accepts("production", { "ringfence:integrations.vonage": undefined });
    });
    it("MVA-2 MVA-3 MVA-4 refuses the application of another tier", () => {
        const meant = { sandbox: "sandbox", "pre-production": "staging", production: "production" } as const;
        for (const tier of ["sandbox", "pre-production", "production"] as const)
            for (const other of Object.values(meant).filter((name) => name !== meant[tier]))
                refuses(
                    tier,
                    { [application]: other },
                    {
                        key: application,
                        message: `"${other}" belongs to another tier, and this stack's tier is ${tier}`,
                        repair: `write "${meant[tier]}"`,
                    },
                );
    });
});
