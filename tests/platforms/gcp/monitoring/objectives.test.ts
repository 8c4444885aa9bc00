import { strict as assert } from "node:assert";
import { named, ofType } from "../../engine";
import { planWatch } from "./watch-args";

describe("objectives", () => {
    it("ACG-14 promise a share of requests over 28 days, one for each service, in production alone", async () => {
        const objectives = ofType(await planWatch("production"), "gcp:monitoring/slo:Slo");
        assert.deepEqual(
            objectives.map(({ inputs }) => [inputs.sloId, inputs.goal, inputs.rollingPeriodDays]),
            ["api", "gateway", "web"].map((role) => [`availability-${role}`, 0.995, 28]),
        );
        assert.match(objectives[0]?.inputs.displayName, /^99\.5 % of the requests to api-dev/);
        assert.deepEqual(ofType(await planWatch("pre-production"), "gcp:monitoring/slo:Slo"), []);
    });

    it("say which requests are bad and which are all, two of the three that Google takes", async () => {
        const { goodTotalRatio } = named(await planWatch("production"), "watch-availability-gateway").inputs
            .requestBasedSli;
        assert.deepEqual(Object.keys(goodTotalRatio).sort(), ["badServiceFilter", "totalServiceFilter"]);
        assert.equal(
            goodTotalRatio.badServiceFilter,
            `${goodTotalRatio.totalServiceFilter} AND metric.labels.response_code_class = "5xx"`,
        );
        assert.match(goodTotalRatio.totalServiceFilter, /service_name = "gateway-dev"/);
    });

    it("are told of when they burn fast, and when they burn slowly", async () => {
        const resources = await planWatch("production");
        for (const [alert, rate, lookBack] of [
            ["watch-objective-fast", 10, "3600s"],
            ["watch-objective-slow", 2, "86400s"],
        ] as const) {
            const { conditions } = named(resources, alert).inputs;
            assert.equal(conditions.length, 3);
            for (const { conditionThreshold } of conditions) {
                assert.match(conditionThreshold.filter, new RegExp(`^select_slo_burn_rate\\(".*", "${lookBack}"\\)$`));
                assert.equal(conditionThreshold.thresholdValue, rate);
            }
        }
    });
});
