import type { Environment } from "../../../../../environment";
import type { Bent } from "../../../cases";
import { interpolated, output, resource, unknownFrom } from "../../../facts-builders";
import { url } from "./stack";

const elsewhere = (environment: Environment) => [
    resource(
        environment,
        "gcp:sql/databaseInstance:DatabaseInstance",
        "read",
        { name: "voice-database" },
        { external: true },
    ),
];

/** What lies in another project, or is registered by nobody. */
export const projects: Bent = {
    passes: {
        "Cloud SQL's proxy to the own project": [
            url("postgresql://voice@/voice?host=/cloudsql/acme-voice-staging:europe-west2:voice"),
            "gcp",
        ],
        "something that is read from the own project": [
            {
                more: (staging) => [
                    resource(
                        staging,
                        "gcp:redis/instance:Instance",
                        "cache",
                        { id: "projects/acme-voice-staging/locations/europe-west2/instances/cache" },
                        { external: true },
                    ),
                ],
                from: ([, cache]) => ({ variables: { REDIS_HOST: output(cache, "host") } }),
            },
            "gcp",
        ],
        "a project of one's own": {
            variables: { GOOGLE_CLOUD_PROJECT: "acme-voice-staging", SENTRY_PROJECT_ID: "4501" },
        },
    },
    fails: {
        "a database that is only read": [
            {
                more: elsewhere,
                from: ([, source]) => ({
                    variables: {
                        DATABASE_URL: interpolated`postgresql://voice@${[source, "ip"]}/voice`,
                    },
                }),
            },
            /which this stack only reads/,
        ],
        "a database of the stack in another project": [
            {
                more: (staging) => [
                    resource(staging, "gcp:redis/instance:Instance", "cache", { project: "acme-voice-main" }),
                ],
                from: ([, cache]) => ({ variables: { REDIS_HOST: unknownFrom(cache) } }),
            },
            /cannot be used here: it comes from "cache" in the project "acme-voice-main"/,
        ],
        "a resource that nobody registered": [
            {
                from: (_, staging) => ({
                    variables: {
                        DATABASE_URL: unknownFrom(
                            resource(staging, "gcp:sql/databaseInstance:DatabaseInstance", "gone", {}),
                        ),
                    },
                }),
            },
            /which this stack does not register/,
        ],
        "Cloud SQL's proxy to another project": [
            url("postgresql://voice@/voice?host=/cloudsql/acme-voice-main:europe-west2:voice"),
            /its connection name is of another project/,
            "gcp",
        ],
        "a connection name of another project": [
            { variables: { INSTANCE_CONNECTION_NAME: "acme-voice-main:europe-west2:voice" } },
            /connection name is of another project/,
            "gcp",
        ],
        "another project for client libraries": [
            { variables: { GOOGLE_CLOUD_PROJECT: "acme-voice-main" } },
            /GOOGLE_CLOUD_PROJECT .* it is another project/,
        ],
        "Firestore of another project": [
            { variables: { FIRESTORE_PROJECT_ID: "acme-voice-main" } },
            /FIRESTORE_PROJECT_ID .* it is another project/,
        ],
        "a copy of another project's database": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:sql/databaseInstance:DatabaseInstance", "copy", {
                        clone: { sourceInstanceName: "voice", sourceProject: "acme-voice-main" },
                    }),
                ],
            },
            /clone.sourceProject names data/,
            "gcp",
        ],
        "a project by its number": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:pubsub/subscription:Subscription", "calls", {
                        topic: "projects/123456789012/topics/calls",
                    }),
                ],
            },
            /names its project by number/,
            "gcp",
        ],
    },
};
