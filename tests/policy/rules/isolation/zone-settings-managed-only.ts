import { zoneSettingsManagedOnly } from "../../../../policy/rules/isolation/zone-settings-managed-only";
import { casesOf } from "../../cases";
import { preProduction, production } from "../../environments";
import { output, resource, stackReference, unknown } from "../../facts-builders";
import { stackOn } from "../../stack";
import { edgeOf, manager, ruleset, setting, zoneId } from "../../zone";

const staging = preProduction();
const notDeclared = /this stack is not declared to manage one/;
const mail = ["EmailRoutingRule", { zoneId, matchers: [], actions: [] }] as const;

export default casesOf(
    zoneSettingsManagedOnly,
    stackOn({ environment: manager, runs: false }),
    edgeOf(setting("ssl", "strict"), ruleset("http_ratelimit", []), ["EmailRoutingDns", { zoneId }], mail),
    {
        "an environment's own records": {
            environment: staging,
            ...edgeOf(
                ["DnsRecord", { zoneId, name: "staging.example.com", type: "A" }],
                ["WorkersRoute", { zoneId, pattern: "staging.example.com/*" }],
            ),
        },
        "an address that mail may be forwarded to": {
            environment: staging,
            ...edgeOf(["EmailRoutingAddress", { accountId: "1", email: "operator@example.net" }]),
        },
        "a setting that is only read": {
            environment: staging,
            more: (environment) => [
                resource(
                    environment,
                    "cloudflare:index/zoneSetting:ZoneSetting",
                    "it",
                    { zoneId, settingId: "ssl", value: "strict" },
                    { external: true },
                ),
            ],
        },
        "a zone that the manager makes itself": {
            more: (main) => {
                const made = resource(main, "cloudflare:index/zone:Zone", "made", { name: "example.org" });
                const inputs = { zoneId: output(made), settingId: "ssl", value: "strict" };
                return [made, resource(main, "cloudflare:index/zoneSetting:ZoneSetting", "it", inputs)];
            },
        },
    },
    {
        "another stack's setting": [{ environment: staging, ...edgeOf(setting("ssl", "strict")) }, notDeclared],
        "another stack's rules": [
            { environment: staging, ...edgeOf(ruleset("http_request_firewall_managed", [])) },
            /the rules of the phase http_request_firewall_managed of a Cloudflare zone, and this stack is not declared/,
        ],
        "another stack's mail": [{ environment: staging, ...edgeOf(mail) }, /where its mail goes/],
        "production that says nothing of the zone": [
            { environment: production(), ...edgeOf(setting("ssl", "strict")) },
            notDeclared,
        ],
        "production that leaves the zone to another stack": [
            { environment: production({ zone: { managed: false } }), ...edgeOf(setting("ssl", "strict")) },
            notDeclared,
        ],
        "a setting that nobody expects": [
            { environment: staging, ...edgeOf(["UniversalSslSetting", { zoneId, enabled: false }]) },
            /It writes its certificate/,
        ],
        "a zone that is not the manager's": [
            edgeOf(setting("ssl", "strict", "e".repeat(32))),
            /it is not the zone of this stack's domain/,
        ],
        "every zone of the account": [
            edgeOf(["Ruleset", { accountId: "1", kind: "root", phase: "http_request_firewall_managed" }]),
            /it means every zone of the account/,
        ],
        "a zone of which nothing is known": [
            edgeOf(setting("ssl", "strict", unknown)),
            /nothing says where it comes from/,
        ],
        "a zone that another stack names": [
            {
                more: (main) => {
                    const other = stackReference(main, "acme/edge/prod");
                    const inputs = { zoneId: output(other, "outputs"), settingId: "ssl", value: "strict" };
                    return [other, resource(main, "cloudflare:index/zoneSetting:ZoneSetting", "it", inputs)];
                },
            },
            /it comes from another stack/,
        ],
    },
);
