import { strict as assert } from "node:assert";
import { Dns } from "../../components";
import { named, ofType, planned } from "../platforms/engine";

describe("Dns, alone in a bare program", () => {
    it("ORB-1 answers for each host name at Cloudflare and leads the apex to www", async () => {
        let hosts: readonly string[] = [];
        const resources = await planned(() => {
            hosts = new Dns("dns", {
                platform: { environment: "main" },
                accountId: "f".repeat(32),
                zoneId: "0".repeat(32),
                origins: { "api.example.com": "https://api.run.app", "www.example.com": "https://web.run.app" },
                redirects: { "example.com": "www.example.com" },
            }).hosts;
        });
        assert.deepEqual(hosts, ["api.example.com", "www.example.com", "example.com"]);
        assert.deepEqual(
            ofType(resources, "cloudflare:index/dnsRecord:DnsRecord").map(({ inputs }) => inputs.name),
            hosts,
        );
        assert.equal(named(resources, "dns-entry").parent, "dns");
    });
});
