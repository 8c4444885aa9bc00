import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";

export interface TunnelRecordArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    /** Fully qualified host name. */
    readonly host: string;
    readonly environment: string;
    readonly cname: pulumi.Input<string>;
}

/**
 * A host name that leads into a tunnel. Only Cloudflare itself resolves the tunnel's name, so the record must be proxied;
 * a proxied record's TTL is automatic, which Cloudflare writes 1.
 * https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/routing-to-tunnel/dns/
 */
export const tunnelRecord = (
    name: string,
    { zoneId, host, environment, cname }: TunnelRecordArgs,
    parent: pulumi.Resource,
): cloudflare.DnsRecord =>
    new cloudflare.DnsRecord(
        name,
        {
            zoneId,
            name: host,
            type: "CNAME",
            content: cname,
            ttl: 1,
            proxied: true,
            comment: `Environment ${environment}, served by a tunnel`,
        },
        { parent },
    );
