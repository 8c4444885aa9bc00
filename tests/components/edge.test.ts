import { strict as assert } from "node:assert";
import { Edge, type EdgeArgs, VoicePlatform } from "../../components";
import type { Environment } from "../../environment";
import { seconds } from "../../environment/units";
import { named, ofType, planned, type Registered } from "../platforms/engine";
import { preProduction, production } from "./environments";

const identifiers = { accountId: "f".repeat(32), zoneId: "0".repeat(32), zone: "example.com" };
const alone = (more: Partial<EdgeArgs> = {}) => planned(() => new Edge("edge", { ...identifiers, ...more }));
const whole = (environment: Environment) => planned(() => new VoicePlatform("voice", { environment }));

const rulesetType = "cloudflare:index/ruleset:Ruleset";
const phases = (resources: readonly Registered[]) =>
    ofType(resources, rulesetType)
        .map(({ inputs }) => inputs.phase)
        .sort();
const edges = (resources: readonly Registered[]) => ofType(resources, "ringfence:index:Edge");

describe("Edge, alone in a bare program", () => {
    it("ORB-2 ORB-3 ORB-4 encrypts, caches and has a firewall by itself, and neither limits nor takes mail", async () => {
        const resources = await alone();
        assert.equal(named(resources, "edge-setting-ssl").inputs.value, "strict");
        assert.deepEqual(phases(resources), ["http_request_cache_settings", "http_request_firewall_managed"]);
        assert.deepEqual(
            resources.filter(({ type }) => type.includes("emailRouting")),
            [],
        );
    });
    it("ORB-4 ORB-5 limits and takes mail where it is asked to", async () => {
        const resources = await alone({
            rateLimit: { requests: 50, period: seconds("10s"), block: seconds("10s") },
            mail: { admin: "operator@example.net" },
        });
        assert.equal(named(resources, "edge-rate-limit").inputs.rules[0].ratelimit.requestsPerPeriod, 50);
        assert.equal(named(resources, "edge-mail-admin").inputs.matchers[0].value, "admin@example.com");
    });
    it("has no firewall where nobody wants one, and the plan's rules where somebody does", async () => {
        assert.deepEqual(phases(await alone({ firewall: false })), ["http_request_cache_settings"]);
        assert.equal(named(await alone(), "edge-firewall").inputs.rules.length, 1);
        assert.equal(named(await alone({ plan: "pro" }), "edge-firewall").inputs.rules.length, 2);
    });
    it("names every child after itself and keeps it below itself", async () => {
        const resources = await alone({ mail: { admin: "operator@example.net" } });
        for (const { name, parent } of resources.filter((resource) => resource.name !== "edge")) {
            assert.ok(name.startsWith("edge-"), name);
            assert.equal(parent, "edge", name);
        }
    });
});

describe("Edge, in an environment", () => {
    const zone = { managed: true, plan: "pro", mail: { admin: "operator@example.net" } };

    it("is made by the stack that manages the zone, and by no other", async () => {
        assert.equal(edges(await whole(production({ zone }))).length, 1);
        for (const environment of [
            production(),
            production({ zone: { managed: false } }),
            production({ zone, domain: undefined }),
            preProduction(),
        ])
            assert.deepEqual(edges(await whole(environment)), []);
    });
    it("ORB-3 keeps nothing of the environment's own hosts, whatever they are called", async () => {
        const domain = { ...identifiers, hosts: { voice: "talk.example.com" } };
        const resources = await whole(production({ zone, domain }));
        assert.match(named(resources, "voice-edge-cache").inputs.rules.at(-1).expression, /"talk\.example\.com"/);
    });
    it("ORB-5 forwards mail last: an address that nobody has confirmed stops no service", async () => {
        const { dependsOn } = named(await whole(production({ zone })), "voice-edge-mail-admin");
        for (const service of ["voice-api-service", "voice-gateway-service", "voice-web-service"])
            assert.ok(dependsOn.includes(service), service);
    });
});
