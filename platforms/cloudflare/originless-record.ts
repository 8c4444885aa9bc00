import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";

export interface OriginlessRecordArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    /** Fully qualified host name. */
    readonly host: string;
    readonly environment: string;
}

/**
 * A host name with no server behind it: Cloudflare answers for it, and a Worker does the rest. `100::` is the discard
 * prefix (RFC 6666), to which nothing could ever be delivered. A proxied record's TTL is automatic, which Cloudflare
 * writes 1.
 * https://developers.cloudflare.com/dns/manage-dns-records/reference/proxied-dns-records
 */
export function originlessRecord(
    name: string,
    { zoneId, host, environment }: OriginlessRecordArgs,
    parent: pulumi.Resource,
): cloudflare.DnsRecord {
    return new cloudflare.DnsRecord(
        name,
        {
            zoneId,
            name: host,
            type: "AAAA",
            content: "100::",
            ttl: 1,
            proxied: true,
            comment: `Environment ${environment}, served by a Worker`,
        },
        { parent },
    );
}
