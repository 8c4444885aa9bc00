import assert from "node:assert/strict";
import { concernNames, readEnvironment } from "../../environment";
import { assertOnlyFault, environmentOf, faultsOf, sourceOf, testedTiers, valuesOf } from "./fixtures";

describe("reading an environment", () => {
    it("fills in defaults and parses units", () => {
        const { name, tier, gcp, gateway, api, database, safeguards } = environmentOf("pre-production");
        assert.deepEqual(
            { name, tier, gcp },
            {
                name: "staging",
                tier: "pre-production",
                gcp: { project: "acme-voice-staging", region: "europe-west2" },
            },
        );
        assert.equal(gateway.calls.longest, 55 * 60);
        assert.equal(gateway.port, 4001);
        assert.equal(api.memory, 512);
        assert.equal(safeguards.voipSync, false);
        assert.ok(database.engine === "postgresql" && database.storage === 20 && database.pool.statementTimeout === 5);
    });
    it("ORB-6 ORB-7 ORB-8 listens on the usual ports with a health check every 30 s, out after 2 failures", () => {
        const { api, gateway, web } = environmentOf("production");
        assert.deepEqual([api.port, gateway.port, web.port], [3000, 4001, 3001]);
        for (const { health, cpu, memory } of [api, gateway, web]) {
            assert.deepEqual(health, { path: "/health", interval: 30, failures: 2 });
            assert.deepEqual({ cpu, memory }, { cpu: 1, memory: 512 });
        }
    });
    it("knows the concerns of which something is encrypted", () => {
        const values = valuesOf("sandbox", { "ringfence:secrets": { A_KEY: { value: "x" } } });
        const { environment } = readEnvironment(
            "beta",
            sourceOf(values, ["ringfence:secrets", "other:key"], ["ringfence:secrets.A_KEY.value", "other:key"]),
        );
        assert.deepEqual([...(environment?.encrypted ?? [])], ["secrets"]);
    });
    it("leaves other namespaces alone", () => {
        assert.deepEqual(faultsOf("sandbox", { "gcp:zone": 5, "aws:regoin": "x" }), []);
    });
    it("tells the nearest key of an unknown concern", () => {
        assertOnlyFault(faultsOf("sandbox", { "ringfence:integratoins": {} }), {
            key: "ringfence:integratoins",
            message: 'the key "integratoins" is not known here',
            repair: "write integrations",
        });
        assertOnlyFault(faultsOf("sandbox", { "ringfence:kubernetes": {} }), {
            key: "ringfence:kubernetes",
            message: "is not known here",
            repair: `remove it, or write one of ${concernNames.join(", ")}`,
        });
    });
    it("demands a project and a region of its own on Google Cloud", () => {
        assertOnlyFault(faultsOf("sandbox", { "gcp:project": undefined }), {
            key: "gcp:project",
            message: "is missing: The Google Cloud project, each stack its own",
            repair: "acme-voice-staging",
        });
        assertOnlyFault(faultsOf("sandbox", { "gcp:region": "London" }), {
            key: "gcp:region",
            message: '"London" is no region',
            repair: "europe-west2",
        });
    });
    it("tells everything at once: shapes, and the rules over what has a shape", () => {
        const faults = faultsOf("pre-production", {
            "ringfence:web.port": "80",
            "ringfence:integrations.salesforce.access": "write",
            "ringfence:safeguards.banner": undefined,
            "ringfence:database.engine": "mysql",
            "ringfence:extra": 1,
        });
        assert.deepEqual(
            faults.map(({ key, rule }) => (rule === undefined ? key : `${key} (${rule})`)),
            [
                "ringfence:extra",
                "ringfence:web.port",
                "ringfence:database.engine",
                "ringfence:integrations.salesforce.access (salesforce-access)",
                "ringfence:safeguards.banner (banner)",
            ],
        );
    });
    it("runs no rule on a concern that has faults of its own", () => {
        const faults = faultsOf("pre-production", {
            "ringfence:tier": "staging",
            "ringfence:safeguards.banner": undefined,
        });
        assert.deepEqual(
            faults.map(({ key }) => key),
            ["ringfence:tier"],
        );
    });
    it("tells what an empty configuration lacks", () => {
        const { faults } = readEnvironment("beta", { values: {}, secret: new Set() });
        assert.deepEqual(
            faults.map(({ key }) => key),
            ["ringfence:tier", "ringfence:release", "ringfence:database", "gcp:project", "gcp:region"],
        );
        for (const { message } of faults) assert.match(message, /^is missing: /);
    });
    it("takes what an object inherits for nothing", () => {
        const values = Object.create(valuesOf("sandbox")) as Record<string, unknown>;
        assert.equal(readEnvironment("beta", { values, secret: new Set() }).environment, undefined);
    });
    it("reads and checks three stacks in well under 50 ms", () => {
        const read = () => {
            for (const tier of testedTiers) environmentOf(tier);
        };
        read();
        const start = performance.now();
        read();
        assert.ok(performance.now() - start < 50);
    });
});
