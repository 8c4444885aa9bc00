import { knownText, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { field, isUnknown, items, text } from "./read";
import { judged } from "./survey";

/** How Cloudflare's edge encrypts, wherever that is said. */
export interface EdgeEncryption {
    readonly resource: ResourceFacts;
    /** By the name of the zone's setting. */
    readonly setting: "ssl" | "always_use_https" | "min_tls_version";
    readonly value: string;
    /** For what, as the beginning of a sentence. */
    readonly where: string;
}

type Said = Readonly<Record<string, Value | undefined>>;
const settings = new Set<string>(["ssl", "always_use_https", "min_tls_version"] satisfies EdgeEncryption["setting"][]);

const readers: Readonly<Record<string, (inputs: ResourceFacts["inputs"]) => readonly (readonly [string, Said])[]>> = {
    "cloudflare:index/zoneSetting:ZoneSetting": ({ settingId, value }) => [
        ["The zone", { [text(settingId) ?? ""]: value }],
    ],
    "cloudflare:index/hostnameTlsSetting:HostnameTlsSetting": ({ hostname, settingId, value }) => [
        [`The host ${text(hostname) ?? "that it names"}`, { [text(settingId) ?? ""]: value }],
    ],
    "cloudflare:index/pageRule:PageRule": ({ target, actions }) => [
        [`What ${text(target) ?? "its target"} matches`, { ssl: field(actions, "ssl") }],
    ],
    "cloudflare:index/ruleset:Ruleset": ({ rules }) =>
        items(rules)
            .filter((rule) => field(rule, "action") === "set_config" && field(rule, "enabled") !== false)
            .map((rule) => [
                `What the rule ${text(field(rule, "ref")) ?? "without a name"} matches`,
                { ssl: field(rule, "actionParameters", "ssl") },
            ]),
};

export const edgeEncryption = (scope: Scope): readonly EdgeEncryption[] =>
    judged(scope).flatMap((resource) =>
        (resource.external ? [] : (readers[resource.type]?.(resource.inputs) ?? [])).flatMap(([where, said]) =>
            Object.entries(said)
                .filter(([name, value]) => settings.has(name) && value !== undefined && !isUnknown(value))
                .map(([name, value]) => ({
                    resource,
                    setting: name as EdgeEncryption["setting"],
                    value: knownText(value),
                    where,
                })),
        ),
    );
