import type { ResourceFacts, Value } from "../facts";
import type { Scope } from "../rule";
import { text } from "./read";
import { judged } from "./survey";

/** Something that holds for a whole Cloudflare zone, or for all zones of an account. */
export interface ZoneWrite {
    readonly resource: ResourceFacts;
    /** What is written, as part of a sentence. */
    readonly what: string;
    /** The zone's identifier; nothing where the whole account is meant. */
    readonly zone: Value | undefined;
    /** Whether a zone has only one of it. */
    readonly single: boolean;
}

const one = (what: string) => () => ({ what, single: true });
const several = (what: string) => () => ({ what, single: false });

const writers: Readonly<Record<string, (resource: ResourceFacts) => Pick<ZoneWrite, "what" | "single">>> = {
    "cloudflare:index/zoneSetting:ZoneSetting": ({ inputs }) => ({
        what: `the setting ${text(inputs.settingId) ?? "that it names"}`,
        single: text(inputs.settingId) !== undefined,
    }),
    "cloudflare:index/ruleset:Ruleset": ({ inputs }) => ({
        what: `the rules of the phase ${text(inputs.phase) ?? "that it names"}`,
        // The others are sets that somebody else's rules may execute.
        single: text(inputs.phase) !== undefined && (inputs.kind === "zone" || inputs.kind === "root"),
    }),
    "cloudflare:index/emailRoutingSettings:EmailRoutingSettings": one("whether it receives mail"),
    "cloudflare:index/emailRoutingDns:EmailRoutingDns": several("where its mail is received"),
    "cloudflare:index/emailRoutingRule:EmailRoutingRule": several("where its mail goes"),
    "cloudflare:index/emailRoutingCatchAll:EmailRoutingCatchAll": one("where all other mail of it goes"),
    "cloudflare:index/authenticatedOriginPullsSettings:AuthenticatedOriginPullsSettings": one(
        "the certificate that it shows to servers",
    ),
    "cloudflare:index/botManagement:BotManagement": one("how it treats bots"),
    "cloudflare:index/leakedCredentialCheck:LeakedCredentialCheck": one("how it treats leaked passwords"),
    "cloudflare:index/managedTransforms:ManagedTransforms": one("the headers that it adds"),
    "cloudflare:index/regionalTieredCache:RegionalTieredCache": one("the regions of its cache"),
    "cloudflare:index/tieredCache:TieredCache": one("the tiers of its cache"),
    "cloudflare:index/totalTls:TotalTls": one("the certificates of all of its hosts"),
    "cloudflare:index/universalSslSetting:UniversalSslSetting": one("its certificate"),
    "cloudflare:index/urlNormalizationSettings:UrlNormalizationSettings": one("how it reads addresses"),
    "cloudflare:index/zoneCacheReserve:ZoneCacheReserve": one("the reserve of its cache"),
    "cloudflare:index/zoneCacheVariants:ZoneCacheVariants": one("the variants in its cache"),
    "cloudflare:index/zoneDnsSettings:ZoneDnsSettings": one("the settings of its DNS"),
    "cloudflare:index/zoneDnssec:ZoneDnssec": one("the signature of its DNS"),
};

export const zoneWrites = (scope: Scope): readonly ZoneWrite[] =>
    judged(scope).flatMap((resource) => {
        const written = resource.external ? undefined : writers[resource.type]?.(resource);
        return written === undefined ? [] : [{ resource, zone: resource.inputs.zoneId ?? undefined, ...written }];
    });
