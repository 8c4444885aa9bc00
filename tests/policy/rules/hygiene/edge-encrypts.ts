import type { Value } from "../../../../policy/facts";
import { edgeEncrypts } from "../../../../policy/rules/hygiene/edge-encrypts";
import { casesOf } from "../../cases";
import { resource, unknown } from "../../facts-builders";
import { stackOn } from "../../stack";
import { edgeOf, manager, ruleset, setting } from "../../zone";

const configured = (ssl: Value, more: Readonly<Record<string, Value>> = {}) =>
    edgeOf(
        ruleset("http_config_settings", [
            { ref: "legacy", expression: "true", action: "set_config", actionParameters: { ssl }, ...more },
        ]),
    );
const host = (settingId: string, value: Value) =>
    edgeOf(["HostnameTlsSetting", { hostname: "api.example.com", settingId, value }]);
const page = (ssl: string) => edgeOf(["PageRule", { target: "www.example.com/*", actions: { ssl } }]);

export default casesOf(
    edgeEncrypts,
    stackOn({ environment: manager, runs: false }),
    edgeOf(setting("ssl", "strict"), setting("always_use_https", "on"), setting("min_tls_version", "1.2")),
    {
        "a zone in full mode": edgeOf(setting("ssl", "full")),
        "a zone that its origin pulls": edgeOf(setting("ssl", "origin_pull")),
        "a zone with TLS 1.3": edgeOf(setting("min_tls_version", "1.3")),
        "a mode that is not known yet": edgeOf(setting("ssl", unknown)),
        "another setting": edgeOf(setting("browser_cache_ttl", 14400)),
        "another resource with such a value": edgeOf(["WorkersKv", { settingId: "ssl", value: "off" }]),
        "a rule that makes it stricter": configured("strict"),
        "a rule that is switched off": configured("flexible", { enabled: false }),
        "a rule that sets something else": configured("flexible", { action: "rewrite" }),
        "a host with a modern TLS": host("min_tls_version", "1.2"),
        "a host's other setting": host("http2", "off"),
        "a page in full mode": page("full"),
        "a zone that is only read": {
            more: (main) => [
                resource(
                    main,
                    "cloudflare:index/zoneSetting:ZoneSetting",
                    "it",
                    { settingId: "ssl", value: "off" },
                    { external: true },
                ),
            ],
        },
    },
    {
        "a zone that talks to its servers in clear": [
            edgeOf(setting("ssl", "flexible")),
            /The zone is fetched from its server without encryption.*\(ssl\)/,
        ],
        "a zone without encryption": [edgeOf(setting("ssl", "off")), /\(ssl\)/],
        "a zone that answers in clear": [
            edgeOf(setting("always_use_https", "off")),
            /The zone also answers in clear \(always_use_https\)/,
        ],
        "a zone with an old TLS": [edgeOf(setting("min_tls_version", "1.0")), /TLS version that is broken/],
        "a version that is written as a number": [edgeOf(setting("min_tls_version", 1.1)), /min_tls_version/],
        "a rule that takes it back": [configured("flexible"), /What the rule legacy matches is fetched/],
        "a host with an old TLS": [host("min_tls_version", "1.1"), /The host api\.example\.com takes visitors/],
        "a page without encryption": [page("off"), /What www\.example\.com\/\* matches/],
    },
);
