import { strict as assert } from "node:assert";
import { toSeconds } from "../../../../../environment/units";
import { anyOf, span } from "../../../../../platforms/docker/monitoring/alerts/promql";

describe("PromQL", () => {
    it("has lengths of time in the largest unit that fits", () => {
        assert.deepEqual(
            [90, 300, 3600, 86400, 0.5].map((each) => span(toSeconds(each))),
            ["90s", "5m", "1h", "24h", "1s"],
        );
    });

    it("takes names for what they are", () => {
        assert.equal(anyOf(["api-container-1", "voice.main"]), '"api-container-1|voice\\\\.main"');
    });
});
