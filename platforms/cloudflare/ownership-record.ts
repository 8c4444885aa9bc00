import * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";
import type { OwnershipProof } from "../platform";

/** An hour, in seconds. */
const ttl = 3600;

/**
 * Proves who owns a host name, so that a certificate can be issued for it, and renewed as long as the record stands. Not
 * proxied: the certificate authority must see where it points.
 */
export const ownershipRecord = (
    name: string,
    { zoneId, environment }: { readonly zoneId: string; readonly environment: string },
    proof: OwnershipProof,
    parent: pulumi.Resource,
): cloudflare.DnsRecord =>
    new cloudflare.DnsRecord(
        name,
        {
            zoneId,
            name: proof.name,
            type: "CNAME",
            content: proof.value,
            ttl,
            proxied: false,
            comment: `Environment ${environment}, certificate of ${proof.host}`,
        },
        { parent },
    );
