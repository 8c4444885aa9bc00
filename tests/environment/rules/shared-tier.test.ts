import assert from "node:assert/strict";
import { faultsOf } from "../fixtures";

describe("the rule shared-tier", () => {
    it("VOX-4 refuses a shared stack on Google Cloud", () => {
        const faults = faultsOf("sandbox", { "ringfence:tier": "shared" });
        const fault = faults.find(({ rule }) => rule === "shared-tier");
        assert.equal(fault?.key, "ringfence:tier");
        assert.match(fault.message, /"shared" is not possible on gcp/);
        assert.match(fault.repair, /sandbox, pre-production or production/);
    });
    it("accepts every other tier", () => {
        for (const tier of ["sandbox", "pre-production", "production"] as const)
            assert.deepEqual(faultsOf(tier, {}), []);
    });
});
