import { strict as assert } from "node:assert";
import { named, ofType } from "../../engine";
import { planWatch } from "./watch-args";

const checkType = "gcp:monitoring/uptimeCheckConfig:UptimeCheckConfig";

describe("uptime checks", () => {
    it("ORB-9 ask every public host for its health over TLS, from three places at least", async () => {
        const resources = await planWatch("pre-production");
        assert.deepEqual(
            ofType(resources, checkType).map(({ inputs }) => [
                inputs.monitoredResource.labels.host,
                inputs.httpCheck.path,
            ]),
            [
                ["api.example.com", "/health"],
                ["voice.example.com", "/healthz"],
            ],
        );
        for (const { inputs } of ofType(resources, checkType)) {
            const { useSsl, validateSsl, port } = inputs.httpCheck;
            assert.deepEqual({ useSsl, validateSsl, port }, { useSsl: true, validateSsl: true, port: 443 });
            assert.ok(inputs.selectedRegions.length >= 3);
        }
    });

    it("MVA-2 leave a sandbox asleep", async () => {
        assert.deepEqual(ofType(await planWatch("sandbox"), checkType), []);
    });

    it("ask more often in production", async () => {
        const period = async (tier: "pre-production" | "production") =>
            named(await planWatch(tier), "watch-uptime-api").inputs.period;
        assert.deepEqual([await period("pre-production"), await period("production")], ["300s", "60s"]);
    });
});
