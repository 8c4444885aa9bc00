import type { ResourceFacts, Value } from "../facts";
import type { Scope } from "../rule";
import { meant } from "./meant";
import { pieces, withoutReferences } from "./pieces";
import { field, items, text } from "./read";
import { judged } from "./survey";

/** A host name under which something of the environment can be reached. */
export interface Entry {
    readonly resource: ResourceFacts;
    /** In lower case, as far as it is known. */
    readonly host: string;
}

/** Records that lead to a server; the others (mail, proofs of ownership) are no entries. */
const addressRecords = new Set(["A", "AAAA", "CNAME", "HTTPS", "SVCB"]);

type Reader = (resource: ResourceFacts, scope: Scope) => readonly (Value | undefined)[];

const readers: Readonly<Record<string, Reader>> = {
    "cloudflare:index/dnsRecord:DnsRecord": ofRecord,
    "cloudflare:index/record:Record": ofRecord,
    "cloudflare:index/workersRoute:WorkersRoute": ({ inputs }) => [inputs.pattern],
    "cloudflare:index/workersCustomDomain:WorkersCustomDomain": ({ inputs }) => [inputs.hostname],
    "gcp:cloudrun/domainMapping:DomainMapping": ({ inputs }) => [inputs.name],
    "gcp:compute/uRLMap:URLMap": ofRoutes,
    "gcp:compute/regionUrlMap:RegionUrlMap": ofRoutes,
    "gcp:dns/recordSet:RecordSet": (resource, scope) => (isInPrivateZone(resource, scope) ? [] : ofRecord(resource)),
    "kubernetes:networking.k8s.io/v1:Ingress": ({ inputs }) =>
        items(field(inputs, "spec", "rules")).map((rule) => field(rule, "host")),
};

function ofRecord({ inputs }: ResourceFacts): readonly (Value | undefined)[] {
    return addressRecords.has(text(inputs.type) ?? "A") ? [inputs.name] : [];
}

/** A load balancer's host names. */
function ofRoutes({ inputs }: ResourceFacts): readonly (Value | undefined)[] {
    return items(inputs.hostRules).flatMap((rule) => {
        const hosts = field(rule, "hosts");
        return Array.isArray(hosts) ? hosts : [hosts];
    });
}

/** Only the environment's own network asks a private zone, and learns there how to get to somebody else. */
const isInPrivateZone = ({ inputs }: ResourceFacts, scope: Scope): boolean =>
    meant(scope, inputs.managedZone, "gcp:dns/managedZone:ManagedZone").some(
        (zone) => zone.inputs.visibility === "private",
    );

export const entries = (scope: Scope): readonly Entry[] =>
    judged(scope).flatMap((resource) => {
        const names = resource.external ? [] : (readers[resource.type]?.(resource, scope) ?? []);
        return names.flatMap((name) => {
            const host = hostOf(withoutReferences(pieces(name).text));
            return host === "" || host.startsWith("_") ? [] : [{ resource, host }];
        });
    });

/** `https://api.example.com/v1/*`, `api.example.com.` and `*.example.com` without what is no name. */
const hostOf = (written: string): string =>
    written
        .toLowerCase()
        .replace(/^[a-z]+:\/\//, "")
        .replace(/\/.*$/, "")
        .replace(/^\*\.?/, "")
        .replace(/\.$/, "");
