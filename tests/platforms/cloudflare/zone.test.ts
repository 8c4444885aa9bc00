import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { zonePlans } from "../../../environment";
import { usualZone } from "../../../environment/schema/zone";
import { planLimits } from "../../../environment/schema/zone-plans";
import { seconds } from "../../../environment/units";
import { cacheRules, firewall, mail, rateLimit, zoneSettings } from "../../../platforms/cloudflare/zone";
import { named, ofType, planned, theOnly } from "../engine";

const zoneId = "0".repeat(32);
const settingType = "cloudflare:index/zoneSetting:ZoneSetting";
const rulesetType = "cloudflare:index/ruleset:Ruleset";

class Service extends pulumi.CustomResource {}

/** Plans with a parent, as a component does. */
const plan = (make: (parent: pulumi.Resource) => unknown) =>
    planned(() => make(new pulumi.ComponentResource("test:index:Zone", "zone")));

describe("the settings of a zone", () => {
    const values = async (tls = usualZone.tls, cache = usualZone.cache) =>
        Object.fromEntries(
            ofType(await plan((parent) => zoneSettings("it", { zoneId, tls, cache }, parent)), settingType).map(
                ({ inputs }) => [inputs.settingId, inputs.value],
            ),
        );

    it("ORB-2 ORB-3 are one resource each, with the values that the API takes", async () => {
        const { security_header, ...plain } = await values();
        assert.deepEqual(plain, {
            ssl: "strict",
            always_use_https: "on",
            automatic_https_rewrites: "on",
            min_tls_version: "1.2",
            tls_1_3: "on",
            cache_level: "aggressive",
            browser_cache_ttl: 14_400,
            websockets: "on",
        });
        assert.equal(security_header.strict_transport_security.max_age, 180 * 86_400);
    });
    it("ORB-2 say the promise of HTTPS in the API's own words, also to take it back", async () => {
        const hsts = { maxAge: seconds("0s"), subdomains: true, preload: false };
        const { security_header } = await values({ ...usualZone.tls, hsts });
        assert.deepEqual(security_header, {
            strict_transport_security: {
                enabled: true,
                max_age: 0,
                include_subdomains: true,
                preload: false,
                nosniff: true,
            },
        });
    });
});

describe("the cache of a zone", () => {
    const rules = async (apiHosts: readonly string[] = []) => {
        const args = { zoneId, zone: "example.com", apiHosts, cache: usualZone.cache };
        const { inputs } = theOnly(await plan((parent) => cacheRules("it", args, parent)), rulesetType);
        assert.equal(inputs.phase, "http_request_cache_settings");
        return inputs.rules;
    };

    it("ORB-3 keeps static files, by their extension", async () => {
        const [{ expression, action, actionParameters }] = await rules();
        assert.match(expression, /^http\.request\.uri\.path\.extension in \{"css" .*"js" .*"woff2"\}$/);
        assert.equal(action, "set_cache_settings");
        assert.equal(actionParameters.cache, true);
        assert.deepEqual(actionParameters.edgeTtl, { mode: "override_origin", default: 86_400 });
        assert.deepEqual(actionParameters.browserTtl, { mode: "override_origin", default: 14_400 });
        assert.equal(actionParameters.cacheKey.cacheDeceptionArmor, true);
    });
    it("ORB-3 keeps no API call of any environment, and names the host of none: the last rule holds", async () => {
        const all = await rules(["api.example.com", "staging-voice.example.com"]);
        const { expression, actionParameters } = all.at(-1);
        assert.deepEqual(actionParameters, { cache: false });
        assert.equal(
            expression,
            '(starts_with(http.host, "api.") or starts_with(http.host, "voice.") or ' +
                'ends_with(http.host, "-api.example.com") or ends_with(http.host, "-voice.example.com") or ' +
                'starts_with(http.request.uri.path, "/api/"))',
        );
    });
    it("ORB-3 knows hosts that are called otherwise", async () => {
        const { expression } = (await rules(["api.example.com", "talk.example.com"])).at(-1);
        assert.match(expression, /or http\.host in \{"talk\.example\.com"\} or/);
    });
});

describe("the firewall of a zone", () => {
    it("ORB-4 has every ruleset of the plan, for every request", async () => {
        const idsOf = async (of: (typeof zonePlans)[number]) => {
            const { inputs } = theOnly(
                await plan((parent) => firewall("it", { zoneId, plan: of }, parent)),
                rulesetType,
            );
            assert.equal(inputs.phase, "http_request_firewall_managed");
            for (const { action, expression } of inputs.rules)
                assert.deepEqual([action, expression], ["execute", "true"]);
            return inputs.rules.map((rule: { actionParameters: { id: string } }) => rule.actionParameters.id);
        };
        const full = ["efb7b8c949ac4650a09736fc376e9aee", "4814384a9e5d4991b9815dcfc25d2f1f"];
        assert.deepEqual(await idsOf("free"), ["77454fe2d30c4220b5701f6fdfb893ba"]);
        for (const paid of zonePlans.slice(1)) assert.deepEqual(await idsOf(paid), full, paid);
    });
});

describe("the rate limit of a zone", () => {
    const limit = { requests: 50, period: seconds("10s"), block: seconds("1m") };
    const rules = async (staticExtensions = ["css", "js"]) =>
        theOnly(await plan((parent) => rateLimit("it", { zoneId, limit, staticExtensions }, parent)), rulesetType)
            .inputs.rules;

    it("ORB-4 refuses an address after so many requests in a period, for a time", async () => {
        const [{ action, ratelimit }] = await rules();
        assert.equal(action, "block");
        assert.deepEqual(ratelimit, {
            characteristics: ["cf.colo.id", "ip.src"],
            period: 10,
            requestsPerPeriod: 50,
            mitigationTimeout: 60,
            requestsToOrigin: false,
        });
    });
    it("does not count what a page consists of", async () => {
        const [{ expression }] = await rules();
        assert.equal(
            expression,
            'not (ends_with(http.request.uri.path, ".css") or ends_with(http.request.uri.path, ".js"))',
        );
    });
    it("ORB-4 fits every plan: as many rules as it has, of the fields that it may look at", async () => {
        const all = await rules();
        const fields = new Set([...all[0].expression.matchAll(/http\.[a-z.]+|ip\.[a-z]+/g)].map(([field]) => field));
        assert.deepEqual([...fields], ["http.request.uri.path"]);
        for (const { rateLimit } of Object.values(planLimits)) {
            assert.ok(all.length <= rateLimit.rules);
            assert.ok(rateLimit.fields.includes("path"));
        }
    });
});

describe("a ruleset of a zone", () => {
    it("is the one of its phase, whose rules have names of their own that stay", async () => {
        const resources = await plan((parent) => {
            cacheRules("cache", { zoneId, zone: "example.com", apiHosts: [], cache: usualZone.cache }, parent);
            firewall("firewall", { zoneId, plan: "pro" }, parent);
        });
        for (const { inputs } of ofType(resources, rulesetType)) {
            assert.deepEqual([inputs.kind, inputs.name, inputs.zoneId], ["zone", "default", zoneId]);
            const refs = inputs.rules.map(({ ref }: { ref: string }) => ref);
            assert.equal(new Set(refs).size, 2);
            for (const { enabled, description, ref } of inputs.rules) {
                assert.equal(enabled, true);
                assert.ok(description.length > 0);
                assert.match(ref, /^[a-z_]+$/);
            }
        }
    });
});

describe("the mail of a zone", () => {
    const args = { accountId: "f".repeat(32), zoneId, zone: "example.com", after: [] };
    const routed = (addresses: Record<string, string>, after: readonly pulumi.Resource[] = []) =>
        plan((parent) => mail("it", { ...args, mail: addresses, after }, parent));

    it("ORB-5 is received, and forwarded to an address that its owner has to confirm", async () => {
        const resources = await routed({ admin: "operator@example.net" });
        assert.deepEqual(theOnly(resources, "cloudflare:index/emailRoutingDns:EmailRoutingDns").inputs, {
            zoneId,
            name: "example.com",
        });
        assert.deepEqual(theOnly(resources, "cloudflare:index/emailRoutingAddress:EmailRoutingAddress").inputs, {
            accountId: "f".repeat(32),
            email: "operator@example.net",
        });
        const rule = named(resources, "it-admin");
        assert.deepEqual(rule.inputs.matchers, [{ type: "literal", field: "to", value: "admin@example.com" }]);
        assert.deepEqual(rule.inputs.actions, [{ type: "forward", values: ["operator@example.net"] }]);
        assert.ok(rule.dependsOn.includes("it-records"));
        assert.ok(rule.dependsOn.includes("it-to-operator@example.net"));
    });
    it("has one destination for several addresses, however it is spelled", async () => {
        const resources = await routed({ admin: "operator@example.net", alerts: "Operator@Example.net" });
        theOnly(resources, "cloudflare:index/emailRoutingAddress:EmailRoutingAddress");
        assert.equal(ofType(resources, "cloudflare:index/emailRoutingRule:EmailRoutingRule").length, 2);
    });
    it("is forwarded after all that must not wait for a confirmation", async () => {
        const resources = await planned(() => {
            const parent = new pulumi.ComponentResource("test:index:Zone", "zone");
            const before = new Service("test:index:Service", "service");
            mail("it", { ...args, mail: { admin: "operator@example.net" }, after: [before] }, parent);
        });
        assert.ok(named(resources, "it-admin").dependsOn.includes("service"));
        assert.ok(!named(resources, "it-to-operator@example.net").dependsOn.includes("service"));
    });
    it("stays as it is where nobody asked for it", async () => {
        assert.deepEqual(
            (await routed({})).filter(({ type }) => type.startsWith("cloudflare:")),
            [],
        );
    });
});
