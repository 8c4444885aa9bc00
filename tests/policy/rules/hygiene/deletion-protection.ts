import type { Value } from "../../../../policy/facts";
import { deletionProtection } from "../../../../policy/rules/hygiene/deletion-protection";
import { casesOf, failsOn, passesOn } from "../../cases";
import { preProduction, production, sandbox } from "../../environments";
import { type Options, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const one = (type: string, inputs: Readonly<Record<string, Value>>, options: Options = {}): Stack => ({
    more: (environment) => [resource(environment, `gcp:${type}`, "it", inputs, options)],
});
/** A database in a container, with its data in a volume. */
const onHost = (options: Options, mount: Readonly<Record<string, Value>> = {}): Stack => ({
    more: (environment) => {
        const volume = resource(environment, "docker:index/volume:Volume", "data", { name: "voice-data" }, options);
        const volumes = [{ volumeName: "voice-data", containerPath: "/var/lib/postgresql/data", ...mount }];
        const image = "postgres:15-alpine";
        return [volume, resource(environment, "docker:index/container:Container", "database", { image, volumes })];
    },
});
const sql = "sql/databaseInstance:DatabaseInstance";
const firestore = "firestore/database:Database";
const redis = "redis/instance:Instance";
const bucket = "storage/bucket:Bucket";
const beta = { environment: sandbox() };
const destroyed = /can be destroyed by one command/;
const stays = /stays behind, or refuses/;

export default casesOf(
    deletionProtection,
    stackOn({ environment: production(), runs: false }),
    {},
    {
        ...passesOn("gcp", {
            "a database that is protected": one(sql, { deletionProtection: true }),
            "Cloud SQL's default": one(sql, {}),
            "not known yet": one(sql, { deletionProtection: unknown }),
            "protected by Pulumi": one(sql, { deletionProtection: false }, { protect: true }),
            "refused by the provider": one(redis, { deletionPolicy: "PREVENT" }),
            "a Firestore that is protected": one(firestore, { deleteProtectionState: "DELETE_PROTECTION_ENABLED" }),
            "a Firestore that refuses": one(firestore, { deletionPolicy: "PREVENT" }),
            "a protected Redis": one(redis, { deletionProtection: true }),
            "a bucket that refuses while it is full": one(bucket, {}),
            "staging may do as it likes": { environment: preProduction(), ...one(sql, { deletionProtection: false }) },
            "a sandbox that goes without a word": { ...beta, ...one(sql, { deletionProtection: false }) },
            "a sandbox's Firestore that is deleted": { ...beta, ...one(firestore, { deletionPolicy: "DELETE" }) },
            "a sandbox's Redis": { ...beta, ...one(redis, {}) },
        }),
        ...passesOn("docker", {
            "a database's volume that Pulumi protects": onHost({ protect: true }),
            "a volume of which the database only reads": onHost({}, { readOnly: true }),
            "staging's volume": { environment: preProduction(), ...onHost({}) },
            "a sandbox's volume that goes without a word": { ...beta, ...onHost({}) },
        }),
    },
    {
        ...failsOn("docker", {
            "a database's volume that may be destroyed": [onHost({}), destroyed],
            "a sandbox's volume that Pulumi protects": [{ ...beta, ...onHost({ protect: true }) }, stays],
        }),
        ...failsOn("gcp", {
            "a database that may be destroyed": [one(sql, { deletionProtection: false }), destroyed],
            "a Firestore that may be destroyed": [one(firestore, { deletionPolicy: "DELETE" }), destroyed],
            "a Firestore that is forgotten": [one(firestore, {}), destroyed],
            "Redis's default": [one(redis, {}), destroyed],
            "a bucket that is emptied first": [one(bucket, { forceDestroy: true }), destroyed],
            "a sandbox's database by default": [{ ...beta, ...one(sql, {}) }, stays],
            "a sandbox's Firestore by default": [{ ...beta, ...one(firestore, {}) }, stays],
            "a sandbox's Firestore that is protected": [
                {
                    ...beta,
                    ...one(firestore, { deletionPolicy: "DELETE", deleteProtectionState: "DELETE_PROTECTION_ENABLED" }),
                },
                stays,
            ],
            "a sandbox's database that Pulumi protects": [
                { ...beta, ...one(sql, { deletionProtection: false }, { protect: true }) },
                stays,
            ],
            "a sandbox's Redis cluster by default": [{ ...beta, ...one("redis/cluster:Cluster", {}) }, stays],
        }),
    },
);
