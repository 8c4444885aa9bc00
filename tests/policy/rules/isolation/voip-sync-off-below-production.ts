import { voipSyncOffBelowProduction } from "../../../../policy/rules/isolation/voip-sync-off-below-production";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox, shared } from "../../environments";
import { resource, unknown } from "../../facts-builders";
import { stackOn } from "../../stack";

const on = /may switch VoIP synchronisation on below production/;

export default casesOf(
    voipSyncOffBelowProduction,
    stackOn({ environment: preProduction(), variables: { VOIP_SYNC_ENABLED: "false" } }),
    {},
    {
        "production synchronises": { environment: production(), variables: { VOIP_SYNC_ENABLED: "true" } },
        "no switch at all": { variables: { VOIP_SYNC_ENABLED: undefined } },
        "switched off in other words": { variables: { VOIP_SYNC_ENABLED: "off" } },
        "a switch that disables": { variables: { VOIP_SYNC_ENABLED: undefined, VOIP_SYNC_DISABLED: "true" } },
        "a switch by its system's name": { variables: { SYNC_VOIP: "false", VOIP_SYNCHRONISATION: "off" } },
        "a negated switch that is on": { variables: { VOIP_NO_SYNC: "true", VOIP_DISABLE_SYNC: "1" } },
        "a switch that is off, in a text": {
            variables: { CONFIG: '{"VOIP_SYNC_ENABLED": "false", "CALENDAR_SYNC": true}' },
        },
        "an interval beside the switch": { variables: { VOIP_SYNC_INTERVAL: "60" } },
        "another synchronisation": { variables: { GOSSIP_SYNC_ENABLED: "true", CALENDAR_SYNC_ENABLED: "true" } },
    },
    {
        "staging synchronises": [{ variables: { VOIP_SYNC_ENABLED: "true" } }, on],
        "a sandbox synchronises": [{ environment: sandbox(), variables: { VOIP_SYNC_ENABLED: "1" } }, on],
        "a shared stack synchronises": [{ environment: shared(), variables: { VOIP_SYNC_ENABLED: "yes" } }, on],
        "a switch that is not known yet": [
            { variables: { VOIP_SYNC_ENABLED: unknown } },
            on,
            "gcp",
            "kubernetes",
            "cloudflare",
        ],
        "a switch by another name": [{ variables: { ENABLE_SIP_SYNC: "true" } }, /ENABLE_SIP_SYNC/],
        "a second switch": [{ variables: { SIP_SYNC: "on" } }, /variable SIP_SYNC/],
        "a disabling switch that is off": [{ variables: { VOIP_SYNC_DISABLED: "false" } }, /VOIP_SYNC_DISABLED/],
        ...Object.fromEntries(
            [
                ["SYNC_VOIP", "true"],
                ["VOIP_SYNCHRONISATION", "on"],
                ["VOIP_SYNCHRONIZATION", "1"],
                ["VOIP_DISABLE_SYNC", "false"],
                ["VOIP_NO_SYNC", "false"],
                ["PBX_SYNC", "yes"],
            ].map(
                ([name = "", value]) =>
                    [`${name}=${value}`, [{ variables: { [name]: value } }, new RegExp(name)]] as const,
            ),
        ),
        "a switch in JSON": [
            { variables: { CONFIG: '{"VOIP_SYNC_ENABLED": true}' } },
            /variable VOIP_SYNC_ENABLED in the variable CONFIG/,
        ],
        "a switch among arguments": [
            { workload: { template: { containers: [{ image: "web", args: ["--voip-sync=on"] }] } } },
            /voip-sync in the property/,
            "gcp",
            "kubernetes",
        ],
        "an interval without a switch": [
            { variables: { VOIP_SYNC_ENABLED: undefined, VOIP_SYNC_INTERVAL: "60" } },
            /VOIP_SYNC_INTERVAL/,
        ],
        "a job for it": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudscheduler/job:Job", "voip-sync", { schedule: "*/5 * * * *" }),
                ],
            },
            /name "voip-sync"/,
            "gcp",
        ],
    },
);
