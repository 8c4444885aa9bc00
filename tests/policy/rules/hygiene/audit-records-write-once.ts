import type { Environment } from "../../../../environment";
import type { ResourceFacts, Value } from "../../../../policy/facts";
import { auditRecordsWriteOnce } from "../../../../policy/rules/hygiene/audit-records-write-once";
import { projectOf } from "../../../../policy/views/project";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, output, resource, unknown, unknownFrom, type WorkloadOptions } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
const name = "acme-voice-staging-records";
const agent = "agent@acme-voice-staging.iam.gserviceaccount.com";
const keeping = { retentionPolicy: { retentionPeriod: "31536000", isLocked: false } };

const bucket = (environment: Environment, inputs: Inputs = keeping, called = "records"): ResourceFacts =>
    resource(environment, "gcp:storage/bucket:Bucket", called, { name: `acme-voice-staging-${called}`, ...inputs });
/** A service that adds its records to the bucket. */
const adding = (inputs: Inputs = keeping, value: (made: ResourceFacts) => Value = () => name): Stack => ({
    more: (environment) => [bucket(environment, inputs)],
    from: ([records]) => ({ variables: { AUDIT_BUCKET: value(records) } }),
});
const onBucket = (role: string, inputs: Inputs = {}): Stack => ({
    more: (environment) => [
        bucket(environment),
        resource(environment, "gcp:storage/bucketIAMMember:BucketIAMMember", "grant", {
            bucket: output(bucket(environment), "name"),
            role,
            member: `serviceAccount:${agent}`,
            ...inputs,
        }),
    ],
});
const onProject = (role: string, inputs: Inputs = {}, workload: WorkloadOptions = {}): Stack => ({
    more: (environment) => [
        bucket(environment),
        resource(environment, "gcp:projects/iAMMember:IAMMember", "grant", {
            project: projectOf(environment),
            role,
            member: `serviceAccount:${agent}`,
            ...inputs,
        }),
    ],
    workload: { template: { serviceAccount: agent }, ...workload },
});
/** As the engine knows a template that is not wholly known: only what all of it is made from. */
const amongOthers = (others: Inputs, records: Inputs): Stack => ({
    more: (environment) => [bucket(environment, others, "uploads"), bucket(environment, records)],
    from: ([uploads, records]) => ({ variables: { AUDIT_BUCKET: unknownFrom(uploads, records) } }),
});
/** As the preview knows it: the name of the bucket is what the name is made from. */
const namedByOthers = (inputs: Inputs): Stack => {
    const suffixed = (suffix: ResourceFacts) => interpolated`acme-voice-staging-records-${[suffix, "hex"]}`;
    return {
        more: (environment) => {
            const suffix = resource(environment, "random:index/randomId:RandomId", "suffix", { byteLength: 2 });
            return [suffix, bucket(environment, { ...inputs, name: suffixed(suffix) })];
        },
        from: ([suffix]) => ({ variables: { AUDIT_BUCKET: suffixed(suffix) } }),
    };
};
const atOnce = /adds its audit records here, where they can be changed and deleted at once/;
const undone = /records that are kept for audit can be undone/;

export default casesOf(
    auditRecordsWriteOnce,
    stackOn({ environment: preProduction() }),
    adding(),
    {
        "a bucket that is not known yet": adding(keeping, (records) => output(records, "name")),
        "a retention that is not known yet": adding({ retentionPolicy: { retentionPeriod: unknown } }),
        "a policy that is not known yet": adding({ retentionPolicy: unknown }),
        "a bucket by a name that is made from others": namedByOthers(keeping),
        "one of several buckets, nobody knows yet which": amongOthers({}, keeping),
        "a bucket of uploads, which are no evidence": {
            more: (environment) => [bucket(environment, {}, "uploads")],
            variables: { UPLOADS_BUCKET: "acme-voice-staging-uploads" },
        },
        "a role that only adds": onBucket("roles/storage.objectCreator"),
        "a role that only reads": onBucket("roles/storage.objectViewer", { member: "group:auditors@acme.example" }),
        "a role that is not known yet": onBucket("roles/storage.objectCreator", { role: unknown }),
        "a deleting role on another bucket": {
            more: (environment) => [
                bucket(environment),
                bucket(environment, {}, "uploads"),
                resource(environment, "gcp:storage/bucketIAMMember:BucketIAMMember", "grant", {
                    bucket: "acme-voice-staging-uploads",
                    role: "roles/storage.objectAdmin",
                    member: `serviceAccount:${agent}`,
                }),
            ],
        },
        "a deleting role in the whole project, of whom no workload runs as": onProject("roles/storage.admin", {
            member: "serviceAccount:deployer@acme-voice-staging.iam.gserviceaccount.com",
        }),
        "a deleting role in the whole project, under a condition": onProject("roles/storage.objectAdmin", {
            condition: { expression: 'resource.name.startsWith("projects/_/buckets/uploads/")', title: "uploads" },
        }),
        "a deleting role in a project without such a bucket": {
            ...onProject("roles/storage.objectAdmin"),
            more: (environment) => onProject("roles/storage.objectAdmin").more?.(environment).slice(1) ?? [],
        },
    },
    {
        "no retention": [adding({}), atOnce],
        "a retention of nothing": [adding({ retentionPolicy: { retentionPeriod: "0" } }), atOnce],
        "no retention of a bucket that is not known yet": [adding({}, (records) => output(records, "name")), atOnce],
        "no retention of any of several buckets": [amongOthers({}, {}), atOnce],
        "no retention of a bucket by a name that is made from others": [namedByOthers({}), atOnce],
        "the whole bucket": [onBucket("roles/storage.admin"), undone],
        "to replace and delete files": [onBucket("roles/storage.objectAdmin"), undone],
        "what users of a console get": [onBucket("roles/storage.objectUser"), undone],
        "an older role": [onBucket("roles/storage.legacyBucketWriter"), undone],
        "a group of people": [onBucket("roles/storage.objectAdmin", { member: "group:staff@acme.example" }), undone],
        "the bucket by its name": [onBucket("roles/storage.objectAdmin", { bucket: name }), undone],
        "a list of members": [
            {
                more: (environment) => [
                    bucket(environment),
                    resource(environment, "gcp:storage/bucketIAMBinding:BucketIAMBinding", "grant", {
                        bucket: name,
                        role: "roles/storage.objectAdmin",
                        members: [`serviceAccount:${agent}`],
                    }),
                ],
            },
            undone,
        ],
        "a policy document": [
            {
                more: (environment) => [
                    bucket(environment),
                    resource(environment, "gcp:storage/bucketIAMPolicy:BucketIAMPolicy", "policy", {
                        bucket: name,
                        policyData: JSON.stringify({
                            bindings: [{ role: "roles/storage.objectAdmin", members: [`serviceAccount:${agent}`] }],
                        }),
                    }),
                ],
            },
            undone,
        ],
        "a workload's account in the whole project": [onProject("roles/storage.objectAdmin"), undone],
    },
);
