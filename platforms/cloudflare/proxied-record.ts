import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";

export interface ProxiedRecordArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    /** Fully qualified host name. */
    readonly host: string;
    readonly environment: string;
    readonly to: Destination;
}

/** Where Cloudflare leads a request to. */
export type Destination =
    /** IPv4 address of a load balancer, or of what stands for one. */
    | { readonly balancer: pulumi.Input<string> }
    /** Name of a tunnel, which only Cloudflare itself resolves. */
    | { readonly tunnel: pulumi.Input<string> }
    | "worker";

/**
 * A host name that Cloudflare answers for and forwards. A proxied record's TTL is automatic, which Cloudflare writes 1: a
 * new destination counts at once, because visitors never see it.
 * https://developers.cloudflare.com/dns/manage-dns-records/reference/proxied-dns-records
 */
export const proxiedRecord = (
    name: string,
    { zoneId, host, environment, to }: ProxiedRecordArgs,
    parent: pulumi.Resource,
): cloudflare.DnsRecord => {
    const { by, ...destination } = destinationOf(to);
    const comment = `Environment ${environment}, served by ${by}`;
    return new cloudflare.DnsRecord(
        name,
        { zoneId, name: host, ...destination, ttl: 1, proxied: true, comment },
        { parent },
    );
};

function destinationOf(to: Destination) {
    // The discard prefix (RFC 6666), to which nothing could ever be delivered: a Worker answers before.
    if (to === "worker") return { type: "AAAA", content: "100::", by: "a Worker" };
    return "tunnel" in to
        ? { type: "CNAME", content: to.tunnel, by: "a tunnel" }
        : { type: "A", content: to.balancer, by: "its load balancer" };
}
