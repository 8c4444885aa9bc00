import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";
import type { Zone } from "../../../environment";

export interface ZoneSettingsArgs extends Pick<Zone, "tls" | "cache"> {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
}

/**
 * The settings of the whole zone, one resource each. They have no beginning and no end: taking one out of the program
 * leaves it at Cloudflare as it is.
 * https://developers.cloudflare.com/api/resources/zones/subresources/settings/
 */
export function zoneSettings(name: string, { zoneId, tls, cache }: ZoneSettingsArgs, parent: pulumi.Resource): void {
    for (const [settingId, value] of Object.entries({ ...encryption(tls), ...caching(cache), ...connections }))
        new cloudflare.ZoneSetting(
            `${name}-${settingId.replaceAll("_", "-")}`,
            { zoneId, settingId, value },
            { parent },
        );
}

const encryption = ({ mode, minimum, hsts }: Zone["tls"]) => ({
    ssl: mode,
    always_use_https: "on",
    automatic_https_rewrites: "on",
    min_tls_version: minimum,
    tls_1_3: "on",
    // Keys inside of the value are sent as they stand here, so they are the API's, whatever the SDK's documentation shows:
    // https://github.com/pulumi/pulumi-cloudflare/issues/1579
    security_header: {
        strict_transport_security: {
            // Zero seconds are a promise taken back, which browsers must be told: RFC 6797, 6.1.1.
            enabled: true,
            max_age: hsts.maxAge,
            include_subdomains: hsts.subdomains,
            preload: hsts.preload,
            nosniff: true,
        },
    },
});

const caching = ({ level, browserTtl }: Zone["cache"]) => ({ cache_level: level, browser_cache_ttl: browserTtl });

/** Calls come in by WebSocket. */
const connections = { websockets: "on" };
