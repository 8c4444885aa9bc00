import assert from "node:assert/strict";
import { aboveSandbox, belowProduction, inTierOrder, isProduction, tiers } from "../../environment";

describe("tiers", () => {
    it("are ordered by what is at stake, stacks of one tier by name", () => {
        const stacks = [
            { name: "main", tier: "production" },
            { name: "uat", tier: "pre-production" },
            { name: "staging", tier: "pre-production" },
            { name: "beta", tier: "sandbox" },
        ] as const;
        assert.deepEqual(
            inTierOrder(stacks).map(({ name }) => name),
            ["beta", "staging", "uat", "main"],
        );
    });
    it("VOX-3 count as below production unless they are production", () => {
        assert.deepEqual(tiers.filter(belowProduction), ["sandbox", "pre-production", "shared"]);
        assert.deepEqual(tiers.filter(isProduction), ["production"]);
        assert.deepEqual(tiers.filter(aboveSandbox), ["pre-production", "production", "shared"]);
    });
});
