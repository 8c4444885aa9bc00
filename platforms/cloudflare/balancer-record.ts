import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";

export interface BalancerRecordArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    /** Fully qualified host name. */
    readonly host: string;
    readonly environment: string;
    /** IPv4 address of the load balancer. */
    readonly address: pulumi.Input<string>;
}

/**
 * A host name that Cloudflare answers for and forwards to a load balancer. A proxied record's TTL is automatic, which
 * Cloudflare writes 1: a new address counts at once, because visitors never see it.
 * https://developers.cloudflare.com/dns/manage-dns-records/reference/proxied-dns-records
 */
export const balancerRecord = (
    name: string,
    { zoneId, host, environment, address }: BalancerRecordArgs,
    parent: pulumi.Resource,
): cloudflare.DnsRecord =>
    new cloudflare.DnsRecord(
        name,
        {
            zoneId,
            name: host,
            type: "A",
            content: address,
            ttl: 1,
            proxied: true,
            comment: `Environment ${environment}, served by its load balancer`,
        },
        { parent },
    );
