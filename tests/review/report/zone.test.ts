import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import { describe as phrases } from "../../../review/report/text/describers";
import { made, output, StackFixture } from "../fixtures";

const zoneId = "0".repeat(32);
const stack = new StackFixture("main", "production");
const edge = stack.component("Edge", "main-edge");
const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll("\u00a0", " "));
const said = (type: string, ...inputs: readonly Record<string, Value>[]) =>
    plain(
        phrases(
            inputs.map((given, index) =>
                stack.resource(`cloudflare:index/${type}`, `${type}-${index}`, edge, { inputs: given }),
            ),
            () => false,
        ),
    );
const setting = (settingId: string, value: Value) => ({ zoneId, settingId, value });
const rules = (phase: string, ...all: Value[]) => ({ zoneId, phase, rules: all });

describe("what the report says of a zone", () => {
    it("ORB-2 is how it encrypts, and that it speaks nothing else", () => {
        assert.deepEqual(
            said(
                "zoneSetting:ZoneSetting",
                setting("websockets", "on"),
                setting("ssl", "strict"),
                setting("min_tls_version", "1.2"),
                setting("always_use_https", "on"),
            ),
            ["TLS mode strict", "TLS 1.2 or newer", "HTTPS only"],
        );
        assert.deepEqual(said("zoneSetting:ZoneSetting", setting("always_use_https", "off")), ["not HTTPS only"]);
    });
    it("ORB-3 ORB-4 is what its rules are for", () => {
        assert.deepEqual(
            said(
                "ruleset:Ruleset",
                rules("http_request_cache_settings", { actionParameters: { browserTtl: { default: 14_400 } } }),
                rules("http_request_firewall_managed"),
                rules("http_ratelimit", { ratelimit: { requestsPerPeriod: 50, period: 10 } }),
                rules("http_request_transform"),
            ),
            ["static files 4 h in a browser", "managed firewall", "at most 50 requests of an address in 10 s"],
        );
        assert.deepEqual(said("ruleset:Ruleset", rules("http_ratelimit"), rules("http_request_cache_settings")), [
            "rate limit",
            "cache rules",
        ]);
    });
    it("ORB-5 is where its mail goes", () => {
        const matchers = [{ type: "literal", field: "to", value: "admin@example.com" }];
        const type = "emailRoutingRule:EmailRoutingRule";
        assert.deepEqual(said(type, { matchers, actions: [{ type: "forward", values: ["a@example.net"] }] }), [
            "admin@example.com → a@example.net",
        ]);
        const address = stack.resource("cloudflare:index/emailRoutingAddress:EmailRoutingAddress", "to", edge);
        assert.deepEqual(
            said(type, { matchers, actions: [{ type: "forward", values: [made(output(address, "email"))] }] }),
            ["admin@example.com → an address made elsewhere"],
        );
    });
});
