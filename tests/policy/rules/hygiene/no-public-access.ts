import type { Value } from "../../../../policy/facts";
import { noPublicAccess } from "../../../../policy/rules/hygiene/no-public-access";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { output, resource, unknown, unknownFrom } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
const run = (inputs: Inputs): Stack => ({
    more: (staging) => [
        resource(staging, "gcp:cloudrunv2/serviceIamMember:ServiceIamMember", "public", {
            name: "voice-agent-staging",
            role: "roles/run.invoker",
            member: "allUsers",
            ...inputs,
        }),
    ],
});
const alone = (type: string, inputs: Inputs): Stack => ({ more: (staging) => [resource(staging, type, "it", inputs)] });
const service = (name: string) => (staging: Parameters<typeof resource>[0]) =>
    resource(staging, "gcp:cloudrunv2/service:Service", "service", { name });
const onService = (name: string, value: (made: ReturnType<ReturnType<typeof service>>) => Value): Stack => ({
    more: (staging) => {
        const made = service(name)(staging);
        return [made, ...(run({ name: value(made) }).more?.(staging) ?? [])];
    },
});
const everybody = /lets everybody in/;
const closed = preProduction({ api: { name: "voice-agent", public: false } });

export default casesOf(
    noPublicAccess,
    stackOn({ environment: preProduction(), runs: false }),
    run({}),
    {
        "the service that it refers to is public": onService("voice-agent-staging", (made) => output(made, "name")),
        "the service is not known yet": onService("gateway-staging", (made) => unknownFrom(made)),
        "a member of one's own": run({
            name: "internal",
            member: "serviceAccount:a@acme-voice-staging.iam.gserviceaccount.com",
        }),
        "a public service without IAM": alone("gcp:cloudrunv2/service:Service", {
            name: "web-staging",
            invokerIamDisabled: true,
        }),
        "a name that only looks like a list of readers": alone("gcp:compute/network:Network", { entity: "allUsers" }),
        "Cloud Run's first API": alone("gcp:cloudrun/iamMember:IamMember", {
            service: "web-staging",
            role: "roles/run.invoker",
            member: "allUsers",
        }),
    },
    {
        "a service that nobody declared": [run({ name: "admin-staging" }), everybody],
        "a service that is declared private": [{ environment: closed, ...run({}) }, everybody],
        "another service by reference": [onService("admin-staging", (made) => unknownFrom(made)), everybody],
        "a service of which nothing is known": [run({ name: unknown }), everybody],
        "more than the right to call": [run({ role: "roles/run.admin" }), everybody],
        "everybody with an account": [run({ name: "admin-staging", member: "allAuthenticatedUsers" }), everybody],
        "a bucket": [
            alone("gcp:storage/bucketIAMMember:BucketIAMMember", {
                bucket: "recordings",
                role: "roles/storage.objectViewer",
                member: "allUsers",
            }),
            everybody,
        ],
        "a bucket whose policy is public": [
            alone("gcp:storage/bucketIAMBinding:BucketIAMBinding", {
                bucket: "recordings",
                role: "roles/run.invoker",
                members: ["user:a@example.com", "allUsers"],
            }),
            everybody,
        ],
        "a bucket's access list": [
            alone("gcp:storage/bucketAccessControl:BucketAccessControl", { bucket: "recordings", entity: "allUsers" }),
            everybody,
        ],
        "a bucket's ready-made list": [
            alone("gcp:storage/bucketACL:BucketACL", { bucket: "recordings", predefinedAcl: "publicRead" }),
            /access list lets everybody in/,
        ],
        "a bucket's list of readers": [
            alone("gcp:storage/bucketACL:BucketACL", { bucket: "recordings", roleEntities: ["READER:allUsers"] }),
            everybody,
        ],
        "Cloud Run's first API without IAM": [
            alone("gcp:cloudrun/service:Service", {
                name: "admin-staging",
                metadata: { annotations: { "run.googleapis.com/invoker-iam-disabled": "true" } },
            }),
            /takes calls from everybody/,
        ],
        "a data set": [
            alone("gcp:bigquery/dataset:Dataset", {
                accesses: [{ role: "READER", specialGroup: "allAuthenticatedUsers" }],
            }),
            everybody,
        ],
        "a service without IAM that nobody declared": [
            alone("gcp:cloudrunv2/service:Service", { name: "admin-staging", invokerIamDisabled: true }),
            /takes calls from everybody/,
        ],
    },
);
