import type { Bent } from "../../../cases";
import { preProduction } from "../../../environments";
import { interpolated, resource, unknown, unknownFrom } from "../../../facts-builders";
import { container, made, url } from "./stack";

const writtenOut = /the address is written out/;

/** Addresses, wherever they are written. */
export const addresses: Bent = {
    passes: {
        "an address that is not known yet": made((source) => unknownFrom(source)),
        "an address that the engine knows already": {
            from: ([source]) => ({
                variables: { DATABASE_URL: "postgresql://voice@10.96.0.3:5432/voice" },
                workload: {
                    template: { serviceAccount: "agent@acme-voice-staging.iam.gserviceaccount.com" },
                    propertyDependencies: Object.fromEntries(
                        ["template", "envs", "spec", "bindings"].map((property) => [property, [source.urn]]),
                    ),
                },
            }),
        },
        "a database on the same host": url("postgresql://voice@localhost:5432/voice"),
        "a container of the stack, by its name": {
            more: (staging) => [container(staging)],
            ...url("postgresql://voice@yarnify-staging-db:5432/voice"),
        },
        "a container by its alias or its host name": {
            more: (staging) => [
                resource(staging, "docker:index/container:Container", "a", {
                    hostname: "db-host",
                    networksAdvanced: [{ name: "voice-staging", aliases: ["db-alias"] }],
                }),
            ],
            variables: { DATABASE_HOST: "db-alias", REDIS_HOST: "db-host:6379" },
        },
        "a service of the cluster by its name": {
            more: (staging) => [
                resource(staging, "kubernetes:core/v1:Service", "db", { metadata: { name: "cluster-db" } }),
            ],
            variables: { DATABASE_HOST: "cluster-db.voice.svc.cluster.local" },
        },
        "settings of the database": { variables: { DATABASE_POOL_MAX: "10", REDIS_CONNECT_TIMEOUT_MS: "500" } },
        "an address that leads to no data": {
            variables: { API_HOST: "10.0.0.9", MODEL_URL: "https://api.openai.com" },
        },
        "the managed database that the stack file declares": {
            environment: preProduction({
                database: { engine: "supabase", url: "https://abcdefgh.supabase.co", anonKey: "x".repeat(20) },
            }),
            variables: { EXPO_PUBLIC_SUPABASE_URL: "https://abcdefgh.supabase.co" },
        },
        "the name of a container as Docker goes on from it": [
            {
                more: (staging) => [
                    container(staging),
                    resource(staging, "docker:index/network:Network", "own", { name: "voice-own" }),
                ],
                ...url("postgresql://voice@yarnify-staging-db.voice-own:5432/voice"),
            },
            "docker",
        ],
    },
    fails: {
        "an unknown of which nothing is known": [url(unknown), /nothing says where it comes from/],
        "an address that is written out": [url("postgresql://voice@10.12.0.3:5432/voice"), writtenOut],
        "a foreign host beside an own password": [
            made((source) => interpolated`postgresql://voice:${[source, "password"]}@10.12.0.3:5432/voice`),
            writtenOut,
        ],
        "a Redis by name": [
            { variables: { CACHE_HOST: "redis.internal.example.net:6379" } },
            /CACHE_HOST .* written out/,
        ],
        "an address with a database's scheme in any variable": [
            { variables: { STORE: "mongodb+srv://reader@cluster0.example.net/leads" } },
            /STORE .* written out/,
        ],
        "another container by its name": [url("postgresql://voice@yarnify-db:5432/voice"), writtenOut, "docker"],
        "another container by its name, beside one's own": [
            {
                more: (staging) => [container(staging)],
                from: ([, own]) => ({
                    variables: { DATABASE_URL: "postgresql://voice@yarnify-db:5432/voice" },
                    workload: { propertyDependencies: { envs: [own.urn] } },
                }),
            },
            writtenOut,
            "docker",
        ],
        "a port of the host": [url("postgresql://voice@192.168.120.12:5432/voice"), writtenOut, "docker"],
        "a port of the host by Docker's name for it": [
            url("postgresql://voice@host.docker.internal:5432/voice"),
            writtenOut,
            "docker",
        ],
        "a host that begins as a container of the stack": [
            {
                more: (staging) => [container(staging)],
                ...url("postgresql://voice@yarnify-staging-db.main.example.net/voice"),
            },
            writtenOut,
            "docker",
        ],
        "a name of the stack that leads to another address": [
            {
                more: (staging) => [container(staging)],
                workload: { inputs: { hosts: [{ host: "yarnify-staging-db", ip: "192.168.120.12" }] } },
            },
            /hosts\[0\] leads the name/,
            "docker",
        ],
        "an address among the arguments": [
            {
                workload: {
                    template: { containers: [{ image: "x", args: ["--store=redis://10.12.0.4:6379"] }] },
                    inputs: { command: ["--store=redis://10.12.0.4:6379"] },
                },
            },
            /The text at .* written out/,
            "gcp",
            "docker",
        ],
        "an address in a start script": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:compute/instance:Instance", "vm", {
                        metadata: { "startup-script": "pg_dump postgresql://app@10.12.0.3/leads" },
                    }),
                ],
            },
            /The text at metadata.startup-script/,
            "gcp",
        ],
        "the variables of a type that nobody knows": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:somewhere/new:Thing", "thing", {
                        spec: { settings: { DATABASE_HOST: "10.12.0.3" } },
                    }),
                ],
            },
            /The variable DATABASE_HOST/,
            "gcp",
        ],
        "a pool of connections to another's database": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "cloudflare:index/hyperdriveConfig:HyperdriveConfig", "pool", {
                        origin: { host: "db.example.net", database: "leads", scheme: "postgresql" },
                    }),
                ],
            },
            /written out/,
            "cloudflare",
        ],
        "a copy of another's database": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:databasemigrationservice/connectionProfile:ConnectionProfile", "source", {
                        postgresql: { host: "10.12.0.3", username: "copy" },
                    }),
                ],
            },
            /written out/,
            "gcp",
        ],
        "a secret's value that leads elsewhere": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:secretmanager/secretVersion:SecretVersion", "version", {
                        secret: "projects/acme-voice-staging/secrets/staging-database-url",
                        secretData: "postgresql://voice:hunter2@10.12.0.3/voice",
                    }),
                ],
            },
            /The value of the secret "staging-database-url" .* written out/,
            "gcp",
        ],
        "a config map that leads elsewhere": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "kubernetes:core/v1:ConfigMap", "config", { data: { REDIS_HOST: "10.12.0.4" } }),
                ],
            },
            /REDIS_HOST/,
            "kubernetes",
        ],
    },
};
