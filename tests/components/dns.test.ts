import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { Dns } from "../../components";
import type { Balancer } from "../../platforms/platform";
import { named, ofType, planned } from "../platforms/engine";

const recordType = "cloudflare:index/dnsRecord:DnsRecord";
const usual = {
    platform: { environment: "main" },
    accountId: "f".repeat(32),
    zoneId: "0".repeat(32),
    origins: { "api.example.com": "https://api.run.app", "www.example.com": "https://web.run.app" },
    redirects: { "example.com": "www.example.com" },
};
const allHosts = ["api.example.com", "www.example.com", "example.com"];

describe("Dns, alone in a bare program", () => {
    it("ORB-1 answers for each host name at Cloudflare and leads the apex to www", async () => {
        let hosts: readonly string[] = [];
        const resources = await planned(() => {
            hosts = new Dns("dns", usual).hosts;
        });
        assert.deepEqual(hosts, allHosts);
        assert.deepEqual(
            ofType(resources, recordType).map(({ inputs }) => inputs.name),
            hosts,
        );
        assert.equal(named(resources, "dns-entry").parent, "dns");
        assert.equal(named(resources, "dns-entry").type, "ringfence:index:WorkerEntry");
    });
});

describe("Dns before a load balancer", () => {
    const balancer: Balancer = {
        address: pulumi.output("203.0.113.7"),
        hosts: allHosts,
        proofs: allHosts.map((host) => ({
            host,
            name: pulumi.output(`_acme-challenge_x.${host}`),
            value: pulumi.output("0a1b.authorize.certificatemanager.goog"),
        })),
    };
    const planBalanced = () => planned(() => new Dns("dns", { ...usual, balancer }));

    it("ORB-1 has a proxied record of the balancer's address for each host name, TTL automatic", async () => {
        const records = ofType(await planBalanced(), recordType).filter(({ inputs }) => inputs.type === "A");
        assert.deepEqual(
            records.map(({ inputs }) => inputs.name),
            allHosts,
        );
        for (const { inputs } of records)
            assert.deepEqual([inputs.content, inputs.proxied, inputs.ttl], ["203.0.113.7", true, 1]);
    });

    it("ORB-1 proves who owns each host name, in the open, with a TTL of an hour", async () => {
        const records = ofType(await planBalanced(), recordType).filter(({ inputs }) => inputs.type === "CNAME");
        assert.deepEqual(
            records.map(({ inputs }) => inputs.name),
            allHosts.map((host) => `_acme-challenge_x.${host}`),
        );
        for (const { inputs, parent } of records) {
            assert.equal(inputs.content, "0a1b.authorize.certificatemanager.goog");
            assert.deepEqual([inputs.proxied, inputs.ttl], [false, 3600]);
            assert.equal(parent, "dns-entry");
        }
    });

    it("needs no Worker", async () => {
        const resources = await planBalanced();
        assert.deepEqual(
            resources.filter(({ type }) => /cloudflare:index\/workers/.test(type)),
            [],
        );
    });
});
