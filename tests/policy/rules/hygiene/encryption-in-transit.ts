import type { Value } from "../../../../policy/facts";
import { encryptionInTransit } from "../../../../policy/rules/hygiene/encryption-in-transit";
import { casesOf } from "../../cases";
import { preProduction } from "../../environments";
import { interpolated, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

type Inputs = Readonly<Record<string, Value>>;
const alone = (type: string, inputs: Inputs): Stack => ({
    more: (staging) => [resource(staging, type, "it", inputs)],
});
const sql = (ipConfiguration: Inputs): Stack =>
    alone("gcp:sql/databaseInstance:DatabaseInstance", { settings: { ipConfiguration } });
const redis = (inputs: Inputs): Stack => alone("gcp:redis/instance:Instance", inputs);
const cluster = (inputs: Inputs): Stack => alone("gcp:redis/cluster:Cluster", inputs);
const memorystore = (inputs: Inputs): Stack => alone("gcp:memorystore/instance:Instance", inputs);
const alloy = (sslMode: string): Stack =>
    alone("gcp:alloydb/instance:Instance", { clientConnectionConfig: { sslConfig: { sslMode } } });
const version = (secretData: Value): Stack =>
    alone("gcp:secretmanager/secretVersion:SecretVersion", { secret: "staging-url", secretData });
const alsoPlain = /also takes connections without encryption/;
const plainCache = /cache takes connections without encryption/;
const plainAddress = /asks for a connection without encryption/;

export default casesOf(
    encryptionInTransit,
    stackOn({ environment: preProduction(), runs: false }),
    {},
    {
        "a server that refuses anything else": [sql({ sslMode: "ENCRYPTED_ONLY" }), "gcp"],
        "a server that wants certificates": [sql({ sslMode: "TRUSTED_CLIENT_CERTIFICATE_REQUIRED" }), "gcp"],
        "a mode that is not known yet": [sql({ sslMode: unknown }), "gcp"],
        "a Redis with TLS": [redis({ transitEncryptionMode: "SERVER_AUTHENTICATION" }), "gcp"],
        "a Redis cluster with TLS": [
            cluster({ transitEncryptionMode: "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION" }),
            "gcp",
        ],
        "a Valkey with TLS": [memorystore({ transitEncryptionMode: "SERVER_AUTHENTICATION" }), "gcp"],
        "an AlloyDB": [alloy("ENCRYPTED_ONLY"), "gcp"],
        "encrypted addresses": [version(interpolated`rediss://:x@10.0.0.1:6378`), "gcp"],
        "a Redis beside the service": [{ runs: true, variables: { REDIS_URL: "redis://localhost:6379" } }, "gcp"],
        "a container's network on one host goes over no wire": [
            alone("docker:index/container:Container", { name: "cache", envs: ["REDIS_URL=redis://:x@cache:6379"] }),
            "docker",
        ],
        "a file with such an address": [
            alone("docker:index/container:Container", {
                hostname: "cache",
                uploads: [{ file: "/run/secrets/redis-url", content: "redis://:x@cache:6379" }],
            }),
            "docker",
        ],
    },
    {
        "a server that leaves it open": [sql({}), alsoPlain, "gcp"],
        "a server that also takes plain text": [sql({ sslMode: "ALLOW_UNENCRYPTED_AND_ENCRYPTED" }), alsoPlain, "gcp"],
        "an AlloyDB that also takes plain text": [alloy("ALLOW_UNENCRYPTED_AND_ENCRYPTED"), alsoPlain, "gcp"],
        "a Redis without TLS": [redis({}), plainCache, "gcp"],
        "a Redis with TLS switched off": [redis({ transitEncryptionMode: "DISABLED" }), plainCache, "gcp"],
        "a Redis cluster without TLS": [cluster({}), plainCache, "gcp"],
        "a Valkey without TLS": [memorystore({}), plainCache, "gcp"],
        "a plain address of Redis": [
            { runs: true, variables: { REDIS_URL: "redis://10.0.0.1:6379" } },
            /The address in REDIS_URL asks for/,
            "gcp",
        ],
        "a container that talks to another host": [
            alone("docker:index/container:Container", { envs: ["REDIS_URL=redis://10.0.0.1:6379"] }),
            plainAddress,
            "docker",
        ],
        "a network that joins hosts": [
            {
                more: (staging) => [
                    resource(staging, "docker:index/network:Network", "wide", { name: "wide", driver: "overlay" }),
                    resource(staging, "docker:index/container:Container", "it", {
                        name: "cache",
                        envs: ["REDIS_URL=redis://cache:6379"],
                    }),
                ],
            },
            plainAddress,
            "docker",
        ],
        "a database's address that asks for none": [
            version("postgresql://voice:x@10.0.0.1/voice?sslmode=disable"),
            plainAddress,
            "gcp",
        ],
    },
);
