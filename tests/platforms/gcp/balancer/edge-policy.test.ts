import { strict as assert } from "node:assert";
import { isIP } from "node:net";
import { seconds } from "../../../../environment/units";
import { cloudflareRanges } from "../../../../platforms/gcp/balancer/cloudflare-ranges";
import { plannedOn } from "../../cloud";
import { theOnly } from "../../engine";
import { plainService } from "../../service-args";

interface PolicyRule {
    readonly priority: number;
    readonly action: string;
    readonly description: string;
    readonly match: {
        readonly config?: { readonly srcIpRanges: readonly string[] };
        readonly expr?: { readonly expression: string };
    };
}

async function policyOf(firewall: boolean) {
    const resources = await plannedOn("production", (platform, parent) => {
        const service = platform.service("api", plainService, parent);
        const services = { api: { host: "api.example.com", service, webSocket: false, timeout: seconds("60s") } };
        platform.balancer("balancer", { services, redirects: {}, elsewhere: "api.example.com", firewall }, parent);
    });
    const { inputs } = theOnly(resources, "gcp:compute/securityPolicy:SecurityPolicy");
    return { inputs, rules: inputs.rules as readonly PolicyRule[] };
}

describe("who gets to the load balancer", () => {
    it("is Cloudflare, from each of its ranges, ten in a rule at most, and nobody else", async () => {
        const { rules } = await policyOf(false);
        const last = rules.at(-1);
        assert.deepEqual([last?.priority, last?.action], [2147483647, "deny(403)"]);
        assert.deepEqual(last?.match.config?.srcIpRanges, ["*"]);
        const allowed = rules.slice(0, -1);
        assert.ok(allowed.every(({ action }) => action === "allow"));
        const ranges = allowed.map(({ match }) => match.config?.srcIpRanges ?? []);
        assert.ok(ranges.every(({ length }) => length > 0 && length <= 10));
        assert.deepEqual(ranges.flat(), cloudflareRanges);
    });

    it("ORB-4 passes the firewall first, where there is one: the first rule that matches decides", async () => {
        const { rules, inputs } = await policyOf(true);
        const looking = rules.filter(({ match }) => match.expr !== undefined);
        for (const set of ["sqli", "xss", "lfi", "rce"])
            assert.ok(
                looking.some(({ match }) => match.expr?.expression.includes(`'${set}-v33-stable'`)),
                set,
            );
        assert.ok(looking.every(({ action }) => action === "deny(403)"));
        const letting = rules.filter(({ action }) => action === "allow").map(({ priority }) => priority);
        assert.ok(Math.max(...looking.map(({ priority }) => priority)) < Math.min(...letting));
        assert.equal(inputs.advancedOptionsConfig.jsonParsing, "STANDARD");
    });

    it("gives every rule a priority of its own and a description that Cloud Armor takes", async () => {
        const { rules } = await policyOf(true);
        assert.equal(new Set(rules.map(({ priority }) => priority)).size, rules.length);
        for (const { description } of rules) assert.ok(description.length <= 64, description);
    });

    it("stays within the quota of 20 rules that look into requests", async () => {
        const { rules } = await policyOf(true);
        assert.ok(rules.filter(({ match }) => match.expr !== undefined).length <= 20);
    });
});

/** Compare with https://www.cloudflare.com/ips-v4 and https://www.cloudflare.com/ips-v6 when the list is renewed. */
describe("Cloudflare's address ranges", () => {
    it("are fifteen of IPv4 and seven of IPv6, each once, none of them the whole internet", () => {
        const families = cloudflareRanges.map((range) => isIP(range.split("/")[0] ?? ""));
        assert.equal(families.filter((family) => family === 4).length, 15);
        assert.equal(families.filter((family) => family === 6).length, 7);
        assert.equal(new Set(cloudflareRanges).size, cloudflareRanges.length);
        for (const range of cloudflareRanges) assert.ok(Number(range.split("/")[1]) >= 12, range);
    });
});
