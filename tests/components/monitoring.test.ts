import { strict as assert } from "node:assert";
import { Monitoring, type MonitoringArgs, VoicePlatform } from "../../components";
import type { Environment } from "../../environment";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned } from "../platforms/engine";
import { preProduction, production, sandbox } from "./environments";

const services: MonitoringArgs["services"] = [
    { role: "api", serviceName: "voice-api-dev", instances: { min: 0, max: 1 } },
];
const monitoring = { notify: ["operator@example.com"], incidents: true };
const planEnvironment = (environment: Environment) => planned(() => new VoicePlatform("voice", { environment }));
const uptime = "gcp:monitoring/uptimeCheckConfig:UptimeCheckConfig";

describe("Monitoring", () => {
    it("alone in a bare program, owns what it makes", async () => {
        const resources = await planned(
            () => new Monitoring("monitoring", { platform: cloud("production"), services, notify: monitoring.notify }),
        );
        const made = resources.filter(({ type }) => type.startsWith("gcp:monitoring/"));
        assert.ok(made.length > 5);
        for (const { name, parent } of made) assert.equal(parent, "monitoring", name);
        assert.equal(
            named(resources, "monitoring-errors").inputs.conditions[0].conditionThreshold.thresholdValue,
            0.01,
        );
    });

    it("is not made where the environment does not ask for it", async () => {
        const resources = await planEnvironment(production());
        assert.deepEqual(
            resources.filter(({ type }) => type.startsWith("gcp:monitoring/")),
            [],
        );
    });

    it("checks every public host of an environment, and none that wants an identity", async () => {
        const hosts = async (environment: Environment) =>
            ofType(await planEnvironment(environment), uptime).map(
                ({ inputs }) => inputs.monitoredResource.labels.host,
            );
        assert.deepEqual(await hosts(production({ monitoring })), [
            "api.example.com",
            "voice.example.com",
            "www.example.com",
            "example.com",
        ]);
        assert.deepEqual(await hosts(preProduction({ monitoring, web: { public: false } })), [
            "staging-api.example.com",
            "staging-voice.example.com",
        ]);
        assert.deepEqual(await hosts(preProduction({ monitoring, domain: undefined })), []);
    });

    it("asks for the health path that the service has", async () => {
        const resources = await planEnvironment(preProduction({ monitoring, gateway: { health: { path: "/ready" } } }));
        assert.equal(named(resources, "voice-monitoring-uptime-voice").inputs.httpCheck.path, "/ready");
    });

    it("takes the figures of the stack file", async () => {
        const figures = { latency: "300ms", errors: 0.05, availability: 0.999 };
        const resources = await planEnvironment(production({ monitoring: { ...monitoring, ...figures } }));
        const threshold = (name: string) =>
            named(resources, name).inputs.conditions[0].conditionThreshold.thresholdValue;
        assert.equal(threshold("voice-monitoring-latency"), 300);
        assert.equal(threshold("voice-monitoring-errors"), 0.05);
        assert.equal(named(resources, "voice-monitoring-availability-api").inputs.goal, 0.999);
    });

    it("watches a job where one runs, and no database where Firestore has none to run out", async () => {
        const beta = await planEnvironment(sandbox({ monitoring, jobs: {} }));
        assert.ok(!beta.some(({ name }) => /monitoring-(jobs|database)$/.test(name)));
        const main = await planEnvironment(production({ monitoring, jobs: { migrate: {} } }));
        assert.ok(main.some(({ name }) => name === "voice-monitoring-jobs"));
    });

    it("is made after what it watches", async () => {
        const resources = await planEnvironment(production({ monitoring }));
        const { dependsOn } = named(resources, "voice-monitoring-errors");
        for (const name of ["voice-api-service", "voice-database-server", "voice-redis-server"])
            assert.ok(dependsOn.includes(name), name);
    });
});
