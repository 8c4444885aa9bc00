import type { Urn } from "../../policy/facts";
import type { Tokens } from "./token";

type Shape = (tokens: Tokens, urn: Urn, property: string) => unknown;

const address: Shape = (tokens, urn, property) => tokens.mintAddress(urn, property);
/** A list with one element that has these fields. */
const listOf =
    (...fields: string[]): Shape =>
    (tokens, urn, property) => [
        Object.fromEntries(fields.map((field) => [field, tokens.mint(urn, `${property}[0].${field}`)])),
    ];

/** Computed outputs that programs look into: an opaque string would not do for these. */
const shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
    "gcp:cloudrunv2/service:Service": {
        uri: address,
        urls: (tokens, urn, property) => [tokens.mintAddress(urn, `${property}[0]`)],
    },
    "gcp:cloudrun/service:Service": {
        statuses: (tokens, urn, property) => [
            {
                url: tokens.mintAddress(urn, `${property}[0].url`),
                latestReadyRevisionName: tokens.mint(urn, `${property}[0].latestReadyRevisionName`),
            },
        ],
    },
    "gcp:cloudfunctionsv2/function:Function": { url: address },
    "gcp:redis/instance:Instance": {
        serverCaCerts: listOf("cert", "serialNumber", "sha1Fingerprint", "createTime", "expireTime"),
        nodes: listOf("id", "zone"),
    },
    "gcp:sql/databaseInstance:DatabaseInstance": {
        ipAddresses: listOf("ipAddress", "type", "timeToRetire"),
        serverCaCerts: listOf("cert", "commonName", "sha1Fingerprint", "createTime", "expirationTime"),
    },
    "gcp:certificatemanager/dnsAuthorization:DnsAuthorization": { dnsResourceRecords: listOf("name", "type", "data") },
    "gcp:storage/bucket:Bucket": { url: (tokens, urn, property) => tokens.mint(urn, property) },
    "cloudflare:index/zone:Zone": {
        nameServers: (tokens, urn, property) => [
            tokens.mint(urn, `${property}[0]`),
            tokens.mint(urn, `${property}[1]`),
        ],
    },
    "docker:index/container:Container": {
        networkDatas: listOf("ipAddress", "gateway", "networkName", "macAddress"),
        // A plan can only count on a good end.
        exitCode: () => 0,
    },
};

/** The value that the preview gives a computed output. */
export function computed(tokens: Tokens, type: string, urn: Urn, property: string): unknown {
    const shape = shapes[type]?.[property];
    return shape === undefined ? tokens.mint(urn, property) : shape(tokens, urn, property);
}
