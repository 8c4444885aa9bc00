import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("debug-endpoints");

describe("the rule debug-endpoints", () => {
    it("accepts them below production", () => {
        accepts("sandbox", { "ringfence:safeguards.debugEndpoints": true });
        accepts("pre-production", { "ringfence:safeguards.betaFeatures": true });
        accepts("production", { "ringfence:safeguards.betaFeatures": false });
    });
    it("ACG-6 refuses debug endpoints and beta features in production", () => {
        for (const name of ["debugEndpoints", "betaFeatures"])
            refuses(
                "production",
                { [`ringfence:safeguards.${name}`]: true },
                { key: `ringfence:safeguards.${name}`, message: "below production only", repair: "write false" },
            );
    });
});
