import type { Environment } from "../../../../environment";
import type { ResourceFacts, Value } from "../../../../policy/facts";
import { auditLogsKept } from "../../../../policy/rules/hygiene/audit-logs-kept";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox } from "../../environments";
import { interpolated, output, resource, unknown, unknownFrom, vaultSecret } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
type Made = (environment: Environment) => readonly ResourceFacts[];

const everything = ["activity", "data_access", "system_event"]
    .map((log) => `log_id("cloudaudit.googleapis.com/${log}")`)
    .join(" OR ");
const logBucket = (environment: Environment, retentionDays: Value = 400): ResourceFacts =>
    resource(environment, "gcp:logging/projectBucketConfig:ProjectBucketConfig", "logs", {
        bucketId: "audit",
        retentionDays,
    });
const fileBucket = (environment: Environment, retentionPolicy: Value): ResourceFacts =>
    resource(environment, "gcp:storage/bucket:Bucket", "logs", { name: "acme-voice-main-logs", retentionPolicy });
const sink = (environment: Environment, inputs: Inputs): ResourceFacts =>
    resource(environment, "gcp:logging/projectSink:ProjectSink", "sink", { filter: everything, ...inputs });
const access = (environment: Environment, service: Value, types: readonly string[], more: Inputs = {}): ResourceFacts =>
    resource(environment, "gcp:projects/iAMAuditConfig:IAMAuditConfig", `access-${String(service)}`, {
        service,
        auditLogConfigs: types.map((logType) => ({ logType, ...more })),
    });

const kept: Made = (environment) => {
    const logs = logBucket(environment);
    return [logs, sink(environment, { destination: interpolated`logging.googleapis.com/${[logs, "id"]}` })];
};
const logged: Made = (environment) => [
    access(environment, "secretmanager.googleapis.com", ["DATA_READ"]),
    access(environment, "cloudsql.googleapis.com", ["DATA_READ", "DATA_WRITE"]),
];
const stores: Made = (environment) => [
    vaultSecret(environment, "gcp", "main-database-url"),
    resource(environment, "gcp:sql/databaseInstance:DatabaseInstance", "database", { name: "voice" }),
];
const firestore: Made = (environment) => [resource(environment, "gcp:firestore/database:Database", "documents", {})];

const all = (...made: readonly Made[]): Stack => ({
    more: (environment) => made.flatMap((resources) => resources(environment)),
});
const to = (
    destination: (environment: Environment) => readonly [Value, ...ResourceFacts[]],
    more: Inputs = {},
): Made => {
    return (environment) => {
        const [value, ...made] = destination(environment);
        return [...made, sink(environment, { destination: value, ...more })];
    };
};
const toLogs = (days: Value, more: Inputs = {}): Made =>
    to((environment) => [output(logBucket(environment, days), "id"), logBucket(environment, days)], more);
const toFiles = (policy: Value): Made =>
    to((environment) => {
        const files = fileBucket(environment, policy);
        return [interpolated`storage.googleapis.com/${[files, "name"]}`, files];
    });

const nothing = /Nothing keeps the project's audit logs/;
const short = (days: number) => new RegExp(`kept for ${days} days only`);

export default casesOf(
    auditLogsKept,
    stackOn({ environment: production(), runs: false }),
    all(stores, kept, logged),
    {
        "a sandbox": { environment: sandbox(), ...all(stores) },
        "a stack with nothing in it": all(),
        "all logs, not only those": all(stores, logged, toLogs(400, { filter: "" })),
        "a filter for whatever is audited": all(
            stores,
            logged,
            toLogs(400, { filter: 'logName:"cloudaudit.googleapis.com"' }),
        ),
        "names as they are in a log's name": all(
            stores,
            logged,
            toLogs(400, {
                filter: 'logName:"cloudaudit.googleapis.com%2Factivity" OR logName:"cloudaudit.googleapis.com%2Fdata_access"',
            }),
        ),
        "a filter that is not known yet": all(stores, logged, toLogs(400, { filter: unknown })),
        "a retention that is not known yet": all(stores, logged, toLogs(unknown)),
        "a log bucket by its name": all(
            stores,
            logged,
            to((environment) => [
                "logging.googleapis.com/projects/acme-voice-main/locations/europe-west2/buckets/audit",
                logBucket(environment),
            ]),
        ),
        "a log bucket that the engine does not name": all(
            stores,
            logged,
            to((environment) => [unknownFrom(logBucket(environment)), logBucket(environment)]),
        ),
        "a log bucket of which this stack knows nothing": all(
            stores,
            logged,
            to(() => ["logging.googleapis.com/projects/acme-voice-main/locations/global/buckets/by-hand"]),
        ),
        "files that nobody can delete for a year": all(stores, logged, toFiles({ retentionPeriod: "31536000" })),
        "files by the bucket's name": all(
            stores,
            logged,
            to((environment) => [
                "storage.googleapis.com/acme-voice-main-logs",
                fileBucket(environment, { retentionPeriod: "31536000" }),
            ]),
        ),
        "a second sink that is kept for less": all(stores, logged, kept, toLogs(30)),
        "every access to everything": all(stores, kept, (environment) => [
            access(environment, "allServices", ["DATA_READ", "DATA_WRITE"]),
        ]),
        "accesses to something that is not known yet": all(stores, kept, (environment) => [
            access(environment, unknown, ["DATA_READ", "DATA_WRITE"]),
        ]),
        "accesses that are not known yet": all(stores, kept, (environment) => [
            resource(environment, "gcp:projects/iAMAuditConfig:IAMAuditConfig", "access", {
                service: "allServices",
                auditLogConfigs: unknown,
            }),
        ]),
        "a Firestore whose accesses are logged": all(firestore, kept, (environment) => [
            access(environment, "datastore.googleapis.com", ["DATA_READ", "DATA_WRITE"]),
        ]),
    },
    {
        "no sink": [all(stores, logged), nothing],
        "no sink in pre-production": [{ environment: preProduction(), ...all(stores, logged) }, nothing],
        "no sink beside a service": [{ runs: true }, nothing],
        "a sink that is switched off": [all(stores, logged, toLogs(400, { disabled: true })), nothing],
        "a sink of other logs": [
            all(stores, logged, toLogs(400, { filter: 'resource.type="cloud_run_revision"' })),
            nothing,
        ],
        "a sink of changes alone": [
            all(stores, logged, toLogs(400, { filter: 'log_id("cloudaudit.googleapis.com/activity")' })),
            nothing,
        ],
        "a hundred days": [all(stores, logged, toLogs(100)), short(100)],
        "Cloud Logging's default": [all(stores, logged, toLogs(null)), short(30)],
        "Google's own bucket": [
            all(
                stores,
                logged,
                to(() => ["logging.googleapis.com/projects/acme-voice-main/locations/global/buckets/_Default"]),
            ),
            short(30),
        ],
        "a topic, which keeps nothing": [
            all(
                stores,
                logged,
                to(() => ["pubsub.googleapis.com/projects/acme-voice-main/topics/logs"]),
            ),
            short(0),
        ],
        "files that can be deleted at once": [all(stores, logged, toFiles(null)), short(0)],
        "files that are kept for a month": [all(stores, logged, toFiles({ retentionPeriod: "2592000" })), short(30)],
        "no access to anything": [all(stores, kept), /secretmanager\.googleapis\.com logs no DATA_READ/],
        "no access to the database": [
            all(stores, kept, (environment) => logged(environment).slice(0, 1)),
            /cloudsql\.googleapis\.com logs no DATA_READ, no DATA_WRITE/,
        ],
        "no writes of a Firestore": [
            all(firestore, kept, (environment) => [access(environment, "datastore.googleapis.com", ["DATA_READ"])]),
            /datastore\.googleapis\.com logs no DATA_WRITE/,
        ],
        "somebody who is not logged": [
            all(stores, kept, (environment) => [
                access(environment, "allServices", ["DATA_READ", "DATA_WRITE"], {
                    exemptedMembers: ["user:root@acme.example"],
                }),
            ]),
            /logs no DATA_READ/,
        ],
    },
);
