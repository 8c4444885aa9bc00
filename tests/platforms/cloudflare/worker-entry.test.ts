import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { WorkerEntry } from "../../../platforms/cloudflare";
import { named, ofType, planned, theOnly } from "../engine";

const planEntry = () =>
    planned(
        () =>
            new WorkerEntry("entry", {
                environment: "main",
                accountId: "f".repeat(32),
                zoneId: "0".repeat(32),
                origins: {
                    "api.example.com": pulumi.output("https://voice-api-main-x.a.run.app"),
                    "www.example.com": "https://web-main-x.a.run.app",
                },
                redirects: { "example.com": "www.example.com" },
            }),
    );

describe("the way in through Cloudflare", () => {
    it("is one Worker for the environment of this project, which knows every origin", async () => {
        const { inputs } = theOnly(await planEntry(), "cloudflare:index/workersScript:WorkersScript");
        assert.equal(inputs.scriptName, "voice-entry-main");
        assert.equal(inputs.mainModule, "entry-worker.mjs");
        assert.match(inputs.content, /export default/);
        assert.match(inputs.compatibilityDate, /^\d{4}-\d{2}-\d{2}$/);
        const [origins, redirects] = inputs.bindings;
        assert.deepEqual([origins.type, origins.name], ["plain_text", "ORIGINS"]);
        assert.deepEqual(JSON.parse(origins.text), {
            "api.example.com": "https://voice-api-main-x.a.run.app",
            "www.example.com": "https://web-main-x.a.run.app",
        });
        assert.deepEqual(JSON.parse(redirects.text), { "example.com": "www.example.com" });
    });

    it("ORB-1 has a proxied record for each host name, without a server behind it, TTL automatic", async () => {
        const records = ofType(await planEntry(), "cloudflare:index/dnsRecord:DnsRecord");
        assert.deepEqual(
            records.map(({ inputs }) => inputs.name),
            ["api.example.com", "www.example.com", "example.com"],
        );
        for (const { inputs } of records) {
            assert.deepEqual([inputs.type, inputs.content], ["AAAA", "100::"]);
            assert.deepEqual([inputs.proxied, inputs.ttl], [true, 1]);
            assert.match(inputs.comment, /main/);
        }
    });

    it("routes the whole of each host name to the Worker, once the name exists", async () => {
        const resources = await planEntry();
        const route = named(resources, "entry-api.example.com-route");
        assert.deepEqual(route.inputs, {
            zoneId: "0".repeat(32),
            pattern: "api.example.com/*",
            script: "voice-entry-main",
        });
        assert.ok(route.dependsOn.includes("entry-api.example.com-record"));
        assert.equal(ofType(resources, "cloudflare:index/workersRoute:WorkersRoute").length, 3);
    });
});
