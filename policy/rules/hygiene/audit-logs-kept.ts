import type { ResourceFacts } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import { databases, type LogType, logSinks, logs, secrets, workloads } from "../../views";

/** Days that it must be possible to look back. */
const leastKept = 365;

export const auditLogsKept: Rule = {
    name: "audit-logs-kept",
    kind: "hygiene",
    forbids: "An environment with data may not forget within a year who changed it, and who read its data and secrets.",
    why: "A theft is often noticed months later, and Google keeps the reading of data for 30 days, where it is logged at all.",
    level: ({ tier }) => (tier === "production" ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["ACG-10", "ACG-12"],
    repair: "Write `ringfence:audit.logs`, or route the audit logs to a store that keeps them for 365 days and log the data accesses of each store.",
    platforms: ["gcp"],
    *check(scope) {
        // What a sandbox holds is mock data; changes of its settings are kept by Google for 400 days in any case.
        if (!scope.complete || scope.environment.tier === "sandbox") return;
        const first = [...stores(scope).map(({ resource }) => resource), ...services(scope)][0];
        if (first === undefined) return;
        yield* ofSinks(scope, first);
        yield* ofAccess(scope);
    },
};

function* ofSinks(scope: Scope, first: ResourceFacts): Generator<Finding> {
    const auditing = logSinks(scope).filter(({ audits }) => audits !== false);
    if (auditing.length === 0)
        yield { urn: first.urn, message: "Nothing keeps the project's audit logs beyond what Google does by itself." };
    if (auditing.some(({ days }) => days === undefined || days >= leastKept)) return;
    for (const { resource, days } of auditing)
        yield {
            urn: resource.urn,
            message: `The audit logs are kept for ${days} days only, and ${leastKept} are asked for.`,
        };
}

/** One sentence for each kind of store, at the first of its kind. */
function* ofAccess(scope: Scope): Generator<Finding> {
    const said = new Set<string>();
    for (const { resource, service, types } of stores(scope)) {
        if (said.has(service)) continue;
        said.add(service);
        const missing = types.filter((type) => logs(scope, service, type) === false);
        if (missing.length > 0)
            yield {
                urn: resource.urn,
                message: `Nobody could tell who used it: ${service} logs no ${missing.join(", no ")}.`,
            };
    }
}

interface Store {
    readonly resource: ResourceFacts;
    readonly service: string;
    readonly types: readonly LogType[];
}

const servicesOfDatabases: Readonly<Record<string, string>> = {
    "gcp:sql/databaseInstance:DatabaseInstance": "cloudsql.googleapis.com",
    // It answers for Firestore too: https://firebase.google.com/docs/firestore/enterprise/audit-logging#notes
    "gcp:firestore/database:Database": "datastore.googleapis.com",
    "gcp:alloydb/cluster:Cluster": "alloydb.googleapis.com",
    "gcp:spanner/instance:Instance": "spanner.googleapis.com",
    "gcp:bigtable/instance:Instance": "bigtable.googleapis.com",
};

/** What holds secrets and data on Google Cloud. */
const stores = (scope: Scope): readonly Store[] => [
    ...secrets(scope).flatMap(({ resource }) =>
        resource.type.startsWith("gcp:")
            ? [{ resource, service: "secretmanager.googleapis.com", types: ["DATA_READ"] as const }]
            : [],
    ),
    ...databases(scope).flatMap(({ resource }) => {
        const service = servicesOfDatabases[resource.type];
        return service === undefined ? [] : [{ resource, service, types: ["DATA_READ", "DATA_WRITE"] as const }];
    }),
];

const services = (scope: Scope): readonly ResourceFacts[] =>
    workloads(scope).flatMap(({ resource, platform }) => (platform === "gcp" ? [resource] : []));
