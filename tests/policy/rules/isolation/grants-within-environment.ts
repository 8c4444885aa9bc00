import type { Value } from "../../../../policy/facts";
import { grantsWithinEnvironment } from "../../../../policy/rules/isolation/grants-within-environment";
import { projectOf } from "../../../../policy/views/project";
import { casesOf } from "../../cases";
import { preProduction, production } from "../../environments";
import {
    interpolated,
    output,
    resource,
    serviceAccount,
    stackReference,
    unknown,
    unknownFrom,
} from "../../facts-builders";
import {
    betasAgent,
    betasDeployer,
    betasPublisher,
    letIn,
    managing,
    memberOf,
    ownAgent,
    ownDeployer,
    reader,
    registryApi,
    writer,
} from "../../registry-facts";
import { type Stack, stackOn } from "../../stack";

type Staging = Parameters<typeof stackReference>[0];
const main = (staging: Staging) => [stackReference(staging, "acme/ringfence/main")];
const granting = (inputs: (staging: Staging) => Readonly<Record<string, Value>>, before?: Stack["more"]): Stack => ({
    more: (staging) => [
        ...(before?.(staging) ?? []),
        resource(staging, "gcp:secretmanager/secretIamMember:SecretIamMember", "reads", {
            secretId: "staging-database-url",
            project: projectOf(staging),
            role: "roles/secretmanager.secretAccessor",
            member: `serviceAccount:agent@${projectOf(staging)}.iam.gserviceaccount.com`,
            ...inputs(staging),
        }),
    ],
});
const to = (member: Value): Stack => granting(() => ({ member }));
const policy = (member: string) =>
    JSON.stringify({ bindings: [{ role: "roles/storage.objectViewer", members: [member] }] });
const account = (project: string) => `serviceAccount:agent@${project}.iam.gserviceaccount.com`;

export default casesOf(
    grantsWithinEnvironment,
    stackOn({ environment: preProduction(), runs: false }),
    granting(() => ({})),
    {
        "an account that the stack registers": granting(
            (staging) => ({ member: interpolated`serviceAccount:${[serviceAccount(staging, "agent"), "email"]}` }),
            (staging) => [serviceAccount(staging, "agent")],
        ),
        "an account that is not known yet, but the stack's own": granting(
            (staging) => ({ member: unknownFrom(serviceAccount(staging, "agent")) }),
            (staging) => [serviceAccount(staging, "agent")],
        ),
        "Secret Manager's agent": to(
            "serviceAccount:service-123456789012@gcp-sa-secretmanager.iam.gserviceaccount.com",
        ),
        "Cloud Run's agent": to("serviceAccount:service-123456789012@serverless-robot-prod.iam.gserviceaccount.com"),
        "Google's agent of a project by its number": to(
            "serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com",
        ),
        "Google's agent of a project whose number is asked": granting((staging) => ({
            member: interpolated`serviceAccount:service-${[stackReference(staging, "number"), "x"]}@gcp-sa-pubsub.iam.gserviceaccount.com`,
        })),
        "the account that a log sink writes as": {
            more: (staging) => {
                const sink = resource(staging, "gcp:logging/projectSink:ProjectSink", "sink", {
                    project: projectOf(staging),
                    destination: "storage.googleapis.com/acme-voice-staging-logs",
                });
                return [
                    sink,
                    resource(staging, "gcp:storage/bucketIAMMember:BucketIAMMember", "sink-writes", {
                        bucket: "acme-voice-staging-logs",
                        role: "roles/storage.objectCreator",
                        member: output(sink, "writerIdentity"),
                    }),
                ];
            },
        },
        "the account that a log sink writes as, known already": to(
            "serviceAccount:service-123456789012@gcp-sa-logging.iam.gserviceaccount.com",
        ),
        "a declared reader of the registry": letIn(reader, betasAgent),
        "a declared deployer, who reads the registry": letIn(reader, betasDeployer),
        "the declared publisher, who writes to the registry": letIn(writer, betasPublisher),
        "the own Cloud Run agent, who reads the registry": letIn(reader, memberOf, {}, ownAgent),
        "the own Cloud Run agent, known already": {
            ...letIn(reader, betasAgent.replace("415104041262", "100000000001")),
            more: (main) => {
                const [agent] = ownAgent(main);
                const type = "gcp:artifactregistry/repositoryIamMember:RepositoryIamMember";
                const place = { project: "acme-registry", location: "europe-west2", repository: "voice" };
                const member = betasAgent.replace("415104041262", "100000000001");
                const from = { propertyDependencies: { member: agent === undefined ? [] : [agent.urn] } };
                return [...ownAgent(main), resource(main, type, "let-in", { ...place, role: reader, member }, from)];
            },
        },
        "the own deployer, who reads the registry": letIn(reader, memberOf, {}, ownDeployer),
        "no grant at all": registryApi("artifactregistry.googleapis.com"),
        "a group, of which only the directory knows": to("group:operators@example.com"),
        "everybody is another rule's concern": to("allUsers"),
        "a policy document": {
            more: (staging) => [
                resource(staging, "gcp:storage/bucketIAMPolicy:BucketIAMPolicy", "policy", {
                    bucket: "acme-voice-staging-recordings",
                    policyData: policy(account(projectOf(staging))),
                }),
            ],
        },
        "the own pool of workload identities": {
            more: (staging) => {
                const pool = resource(staging, "gcp:iam/workloadIdentityPool:WorkloadIdentityPool", "ci", {
                    workloadIdentityPoolId: "ci",
                });
                return [
                    pool,
                    resource(
                        staging,
                        "gcp:serviceaccount/iAMMember:IAMMember",
                        "ci-deploys",
                        {
                            serviceAccountId: `projects/${projectOf(staging)}/serviceAccounts/deploy@${projectOf(staging)}.iam.gserviceaccount.com`,
                            member: "principalSet://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/ci/attribute.repository/acme/voice",
                        },
                        { propertyDependencies: { member: [pool.urn] } },
                    ),
                ];
            },
        },
    },
    {
        "production's account in staging": [
            to(account("acme-voice-main")),
            /The member .* the project "acme-voice-main"/,
        ],
        "staging's account in production": [
            { environment: production(), ...to(account("acme-voice-staging")) },
            /The member .* the project "acme-voice-staging"/,
        ],
        "another stack's account": [
            granting(
                (staging) => ({ member: output(stackReference(staging, "acme/ringfence/main"), "outputs.member") }),
                main,
            ),
            /comes from another stack/,
        ],
        "another stack's account, known already": [
            {
                more: (staging) => [
                    ...main(staging),
                    resource(
                        staging,
                        "gcp:secretmanager/secretIamMember:SecretIamMember",
                        "reads",
                        { secretId: "staging-database-url", member: "group:operators@example.com" },
                        { propertyDependencies: { member: main(staging).map(({ urn }) => urn) } },
                    ),
                ],
            },
            /What member says is not of this environment: it comes from another stack/,
        ],
        "a member that nothing is known of": [to(unknown), /nothing says where it comes from/],
        "owners of another project": [to("projectOwner:acme-voice-main"), /acme-voice-main/],
        "workloads of another project's cluster": [
            to("serviceAccount:acme-voice-main.svc.id.goog[voice/agent]"),
            /acme-voice-main/,
        ],
        "another's pool of workload identities": [
            to("principalSet://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/ci/*"),
            /by number/,
        ],
        "a default account by number": [
            to("serviceAccount:123456789012-compute@developer.gserviceaccount.com"),
            /by number/,
        ],
        "one of several members": [
            {
                more: (staging) => [
                    resource(staging, "gcp:projects/iAMBinding:IAMBinding", "binding", {
                        project: projectOf(staging),
                        role: "roles/run.developer",
                        members: [account(projectOf(staging)), account("acme-voice-main")],
                    }),
                ],
            },
            /acme-voice-main/,
        ],
        "a member in a policy document": [
            {
                more: (staging) => [
                    resource(staging, "gcp:storage/bucketIAMPolicy:BucketIAMPolicy", "policy", {
                        bucket: "acme-voice-staging-recordings",
                        policyData: policy(account("acme-voice-main")),
                    }),
                ],
            },
            /acme-voice-main/,
        ],
        "on another project": [
            granting(() => ({ project: "acme-voice-main" })),
            /What project names .* "acme-voice-main"/,
        ],
        "on another project's secret": [
            granting(() => ({ secretId: "projects/acme-voice-main/secrets/database-url" })),
            /What secretId names/,
        ],
        "on another stack's bucket": [
            granting((staging) => ({ bucket: unknownFrom(...main(staging)) }), main),
            /What bucket names .* comes from another stack/,
        ],
        "another role on the registry": [letIn("roles/artifactregistry.admin", betasAgent), /"acme-registry"/],
        "a declared reader who writes": [letIn(writer, betasAgent), /"acme-registry"/],
        "a declared deployer who writes": [letIn(writer, betasDeployer), /"acme-voice-beta"/],
        "another number's Cloud Run agent": [
            letIn(reader, betasAgent.replace("415104041262", "999999999999")),
            /"acme-registry"/,
        ],
        "another agent of a declared number": [
            letIn(reader, "serviceAccount:service-415104041262@gcp-sa-pubsub.iam.gserviceaccount.com"),
            /"acme-registry"/,
        ],
        "an account of a reader's project that is not declared": [
            letIn(reader, "serviceAccount:agent@acme-voice-beta.iam.gserviceaccount.com"),
            /"acme-voice-beta"/,
        ],
        "everybody, as a reader of the registry": [letIn(reader, "allUsers"), /"acme-registry"/],
        "a declared reader of another repository": [
            letIn(reader, betasAgent, { repository: "other" }),
            /"acme-registry"/,
        ],
        "a declared reader under a condition": [
            letIn(reader, betasAgent, { condition: { title: "t", expression: "true" } }),
            /"acme-registry"/,
        ],
        "the own deployer who writes, where another stack builds": [
            letIn(writer, memberOf, {}, ownDeployer),
            /"acme-registry"/,
        ],
        "a reader, by a stack that only uses the registry": [
            letIn(reader, betasAgent, {}, undefined, managing({ managed: false })),
            /"acme-registry"/,
        ],
        "on a folder": [
            {
                more: (staging) => [
                    resource(staging, "gcp:folder/iAMMember:IAMMember", "wide", {
                        folder: "folders/1",
                        role: "roles/viewer",
                        member: account(projectOf(staging)),
                    }),
                ],
            },
            /reaches every environment below it/,
        ],
    },
);
