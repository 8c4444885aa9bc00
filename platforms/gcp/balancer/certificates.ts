import * as certificates from "@pulumi/gcp/certificatemanager";
import * as pulumi from "@pulumi/pulumi";
import { kebab, shorten } from "../../names";
import type { OwnershipProof } from "../../platform";
import { labels } from "../labels";
import { longest } from "../limits";
import { type Parts, partName } from "./part";

export interface Certificates {
    /** How a proxy refers to the map. */
    readonly map: pulumi.Output<string>;
    readonly proofs: readonly OwnershipProof[];
}

/**
 * A certificate for each host name, issued and renewed by Google. Ownership is proven by a DNS record, because the edge
 * answers for the host name itself: the usual proof, that it resolves to the balancer, is never true behind a proxied
 * record. A certificate of its own for each, so that a host name can come or go without the others.
 *
 * A connection that names none of them (SNI) ends in the handshake: the map has no certificate for strangers.
 * https://cloud.google.com/certificate-manager/docs/how-it-works
 */
export function certificatesFor(parts: Parts, hosts: readonly string[]): Certificates {
    const { foundation, name, parent } = parts;
    const { project } = foundation;
    const marks = labels(foundation, name);
    const map = new certificates.CertificateMap(
        `${name}-certificates`,
        { project, name: partName(parts, "certificates"), labels: marks },
        { parent, dependsOn: [foundation.apis.enable("certificatemanager")] },
    );
    const proofs = hosts.map((host) => {
        const called = certificateName(parts, host);
        const authorization = ownership(parts, host, called);
        const certificate = new certificates.Certificate(
            `${name}-${host}-certificate`,
            {
                project,
                name: called,
                labels: marks,
                managed: { domains: [host], dnsAuthorizations: [authorization.id] },
            },
            { parent },
        );
        new certificates.CertificateMapEntry(
            `${name}-${host}-entry`,
            { project, name: called, map: map.name, hostname: host, certificates: [certificate.id], labels: marks },
            { parent },
        );
        return proofOf(host, authorization);
    });
    return { map: pulumi.interpolate`//certificatemanager.googleapis.com/${map.id}`, proofs };
}

/**
 * Asked for by this project under a name of its own (`_acme-challenge_<project's part>.<host>`): the plain
 * `_acme-challenge` of a zone is where Cloudflare proves ownership for its own certificates.
 * https://cloud.google.com/certificate-manager/docs/domain-authorization#dns-auth
 */
function ownership({ foundation, name, parent }: Parts, host: string, called: string): certificates.DnsAuthorization {
    return new certificates.DnsAuthorization(
        `${name}-${host}-ownership`,
        {
            project: foundation.project,
            name: called,
            domain: host,
            type: "PER_PROJECT_RECORD",
            labels: labels(foundation, name),
        },
        { parent, dependsOn: [foundation.apis.enable("certificatemanager")] },
    );
}

/** Google writes names with the root's dot, Cloudflare without. */
function proofOf(host: string, { dnsResourceRecords }: certificates.DnsAuthorization): OwnershipProof {
    const part = (key: "name" | "data") =>
        dnsResourceRecords.apply(([record]) => (record?.[key] ?? "").replace(/\.$/, ""));
    return { host, name: part("name"), value: part("data") };
}

/** By host name: another host name is another certificate, made before the one that it replaces goes. */
const certificateName = ({ foundation }: Parts, host: string): string =>
    shorten(`${foundation.environment}-${kebab(host)}`, longest.certificate);
