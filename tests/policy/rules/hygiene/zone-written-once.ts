import { zoneWrittenOnce } from "../../../../policy/rules/hygiene/zone-written-once";
import { casesOf } from "../../cases";
import { output, resource, unknown } from "../../facts-builders";
import { stackOn } from "../../stack";
import { edgeOf, manager, ruleset, setting } from "../../zone";

const cache = "http_request_cache_settings";
const made = resource(manager, "cloudflare:index/zone:Zone", "made", { name: "example.org" });

export default casesOf(
    zoneWrittenOnce,
    stackOn({ environment: manager, runs: false }),
    edgeOf(ruleset(cache, []), ruleset("http_ratelimit", []), setting("ssl", "strict"), setting("websockets", "on")),
    {
        "two zones": edgeOf(ruleset(cache, []), ruleset(cache, [], { zoneId: "1".repeat(32) })),
        "a set beside the entry point": edgeOf(
            ruleset("http_request_firewall_custom", []),
            ruleset("http_request_firewall_custom", [], { kind: "custom" }),
        ),
        "several addresses for mail": edgeOf(
            ["EmailRoutingRule", { zoneId: "0", matchers: [] }],
            ["EmailRoutingRule", { zoneId: "0", matchers: [] }],
        ),
        "two zones of which nothing is known": edgeOf(
            setting("ssl", "strict", unknown),
            setting("ssl", "strict", unknown),
        ),
        "two settings whose names are not known": edgeOf(setting(unknown, "on"), setting(unknown, "on")),
    },
    {
        "two rulesets of a phase": [
            edgeOf(ruleset(cache, []), ruleset(cache, [], { name: "mine" })),
            /the rules of the phase http_request_cache_settings of a zone, and so does it-1/,
        ],
        "two values of a setting": [
            edgeOf(setting("ssl", "strict"), setting("ssl", "full")),
            /the setting ssl of a zone, and so does it-1/,
        ],
        "two catch-alls": [
            edgeOf(["EmailRoutingCatchAll", { zoneId: "0" }], ["EmailRoutingCatchAll", { zoneId: "0" }]),
            /where all other mail of it goes/,
        ],
        "two rulesets of an account's phase": [
            edgeOf(
                ["Ruleset", { accountId: "1", kind: "root", phase: cache }],
                ["Ruleset", { accountId: "1", kind: "root", phase: cache }],
            ),
            /and so does it-1/,
        ],
        "two rulesets of a zone that this stack makes": [
            edgeOf(setting("ssl", "strict", output(made)), setting("ssl", "full", output(made))),
            /the setting ssl/,
        ],
    },
);
