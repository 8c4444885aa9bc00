import type { Value } from "../../../../policy/facts";
import { ownSecrets } from "../../../../policy/rules/isolation/own-secrets";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, output, resource, stackReference, unknown, unknownFrom } from "../../facts-builders";
import { stackOn } from "../../stack";

const secret = (vault: Value) => ({ variables: { DATABASE_URL: { vault } } });
const main = (environment: Parameters<typeof stackReference>[0]) => [
    stackReference(environment, "acme/ringfence/main"),
];
const notOwn = /The secret of the variable DATABASE_URL is not this environment's/;
const known = (staging: Parameters<typeof stackReference>[0], secretId: string) => [
    resource(staging, "gcp:secretmanager/secret:Secret", "url", { secretId }),
];

export default casesOf(
    ownSecrets,
    stackOn({ environment: preProduction(), variables: { DATABASE_URL: { vault: "staging-database-url" } } }),
    {},
    {
        "named in the own project": [secret("projects/acme-voice-staging/secrets/database-url"), "gcp"],
        "a short name": [{ runs: true, ...secret(interpolated`staging-database-url`) }, "gcp"],
        "by number, but one that the stack makes": [
            {
                more: (staging) => known(staging, "staging-database-url"),
                from: ([made]) => ({
                    ...{ variables: { DATABASE_URL: undefined } },
                    workload: {
                        template: {
                            containers: [
                                {
                                    envs: [
                                        {
                                            name: "DATABASE_URL",
                                            valueSource: {
                                                secretKeyRef: {
                                                    secret: "projects/123456789012/secrets/staging-database-url",
                                                },
                                            },
                                        },
                                    ],
                                },
                            ],
                            serviceAccount: "agent@acme-voice-staging.iam.gserviceaccount.com",
                        },
                        propertyDependencies: { template: [made.urn] },
                    },
                }),
            },
            "gcp",
        ],
        "what is only read is judged elsewhere": [
            {
                runs: false,
                more: (staging) => [
                    resource(
                        staging,
                        "gcp:cloudrunv2/job:Job",
                        "read",
                        { secretName: "projects/acme-voice-main/secrets/database-url" },
                        { external: true },
                    ),
                ],
            },
            "gcp",
        ],
        "an identity is no secret": [
            { more: main, from: ([other]) => ({ workload: { template: { serviceAccount: unknownFrom(other) } } }) },
            "gcp",
        ],
        "not known yet, but the stack's own": [
            { more: (staging) => known(staging, "x"), from: ([made]) => secret(unknownFrom(made)) },
            "gcp",
            "kubernetes",
        ],
    },
    {
        "production's secret": [secret(interpolated`projects/acme-voice-main/secrets/database-url`), notOwn, "gcp"],
        "another stack's": [
            { more: main, from: ([other]) => secret(output(other, "outputs.secret")) },
            notOwn,
            "gcp",
            "kubernetes",
        ],
        "a name from here in another's project": [
            {
                more: (staging) => known(staging, "url"),
                from: ([made]) => secret(interpolated`projects/acme-voice-main/secrets/${[made, "secretId"]}`),
            },
            /lives in the project "acme-voice-main"/,
            "gcp",
        ],
        "one that is only read": [
            {
                more: (staging) => [
                    resource(
                        staging,
                        "gcp:secretmanager/secret:Secret",
                        "read",
                        { id: "projects/acme-voice-main/secrets/database-url" },
                        { external: true },
                    ),
                ],
                from: ([read]) => secret(unknownFrom(read)),
            },
            /in the project "acme-voice-main"/,
            "gcp",
        ],
        "one that nothing is known of": [secret(unknown), /nothing says where it comes from/, "gcp", "kubernetes"],
        "by number": [secret(interpolated`projects/123456789012/secrets/database-url`), /by number/, "gcp"],
        "mounted from another project": [
            {
                workload: {
                    template: {
                        volumes: [{ name: "keys", secret: { secret: "projects/acme-voice-main/secrets/keys" } }],
                    },
                },
            },
            /The secret at template.volumes\[0\].secret.secret/,
            "gcp",
        ],
        "mounted from another stack": [
            {
                more: main,
                from: ([other]) => ({
                    workload: {
                        template: {
                            containers: [],
                            volumes: [{ name: "keys", secret: { secretName: unknownFrom(other) } }],
                        },
                    },
                }),
            },
            /A secret that is mounted/,
            "kubernetes",
        ],
        "a function's, in another project": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudfunctionsv2/function:Function", "hook", {
                        serviceConfig: {
                            secretEnvironmentVariables: [
                                { key: "TOKEN", projectId: "acme-voice-main", secret: "token", version: "latest" },
                            ],
                        },
                    }),
                ],
            },
            /The secret of the variable TOKEN/,
            "gcp",
        ],
        "a version for another project's secret": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:secretmanager/secretVersion:SecretVersion", "version", {
                        secret: "projects/acme-voice-main/secrets/database-url",
                        secretData: "x",
                    }),
                ],
            },
            /The secret at secret/,
            "gcp",
        ],
        "a secret of a job's, and a file of one, in another project": [
            {
                runs: false,
                more: (staging) => {
                    const foreign = "projects/acme-voice-main/secrets/main-database-url";
                    const envs = [{ name: "DATABASE_URL", valueSource: { secretKeyRef: { secret: foreign } } }];
                    const volumes = [{ name: "file-1", secret: { secret: foreign } }];
                    const template = { template: { containers: [{ envs }], volumes } };
                    return [resource(staging, "gcp:cloudrunv2/job:Job", "migrate", { template })];
                },
            },
            notOwn,
            "gcp",
        ],
        "a secret of Docker's from another stack": [
            {
                more: main,
                from: ([other]) => ({
                    workload: { inputs: { secrets: [{ secretName: unknownFrom(other) }] } },
                }),
            },
            /A secret that is mounted/,
            "docker",
        ],
    },
);
