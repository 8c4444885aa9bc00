import * as storage from "@pulumi/gcp/storage";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { shorten } from "../names";
import type { Bucket, BucketArgs, Identity } from "../platform";
import { deletionOf } from "./deletion";
import type { Foundation } from "./foundation";
import { labels } from "./labels";
import { longest } from "./limits";

/** A day, in seconds: Cloud Storage counts the age of a file in whole ones. */
const day = 86400;

/** Bytes of the suffix: four hexadecimal digits, with a dash. */
const suffixBytes = 2;
const suffixLength = 1 + 2 * suffixBytes;

/**
 * A bucket of the environment's own. Permissions are the bucket's and never an object's, and nothing in it can be made
 * public. Encrypted at rest by Google always. What is deleted or replaced by mistake can be had back for seven days, the
 * default of soft deletion, so there are no versions.
 * https://cloud.google.com/storage/docs/soft-delete
 */
export function storageBucket(foundation: Foundation, name: string, args: BucketArgs, parent: pulumi.Resource): Bucket {
    const { project, region, tier, apis } = foundation;
    const { retention, expireAfter, readers = [] } = args;
    const { protect } = deletionOf[tier];
    const bucket = new storage.Bucket(
        `${name}-bucket`,
        {
            project,
            name: nameOf(foundation, name, args, parent),
            location: region,
            labels: labels(foundation, name),
            uniformBucketLevelAccess: true,
            publicAccessPrevention: "enforced",
            lifecycleRules:
                expireAfter === undefined
                    ? []
                    : [{ action: { type: "Delete" }, condition: { age: Math.ceil(expireAfter / day) } }],
            ...(retention === undefined ? { forceDestroy: !protect } : kept(retention)),
        },
        { parent, protect: protect && retention !== undefined, dependsOn: [apis.enable("storage")] },
    );
    const granting =
        (role: string) =>
        (grant: string, { member }: Pick<Identity, "member">, of: pulumi.Resource) =>
            // Whoever judges the permission at its registration must see which bucket it is on.
            new storage.BucketIAMMember(
                grant,
                { bucket: bucket.name, role, member },
                { parent: of, dependsOn: [bucket] },
            );
    const grantReading = granting("roles/storage.objectViewer");
    for (const group of readers)
        grantReading(`${name}-read-by-${group}`, { member: pulumi.output(`group:${group}`) }, parent);
    return {
        name: bucket.name,
        resource: bucket,
        grantReading,
        grantWriting: granting("roles/storage.objectCreator"),
    };
}

/**
 * Nobody can delete or replace a file before its time. A destroy leaves the bucket where it is, records and all: Cloud
 * Storage would refuse to delete it, and the destroy would stop half-way.
 *
 * No colder storage class: a record is a few kilobytes, and moving it there costs more than keeping it here for years.
 * https://cloud.google.com/storage/docs/bucket-lock
 */
const kept = ({ period, locked }: NonNullable<BucketArgs["retention"]>) => ({
    retentionPolicy: { retentionPeriod: String(period), isLocked: locked },
    forceDestroy: false,
    deletionPolicy: "ABANDON",
});

/**
 * All of Google Cloud shares the names of buckets, so a bucket's begins with the project's, which nobody else has. One
 * that outlives its environment would still have its name when the environment is made again, so it has a suffix, which
 * the next one does not share; others are found by their exact name.
 */
function nameOf(
    { project, region }: Foundation,
    name: string,
    { called, retention }: BucketArgs,
    parent: pulumi.Resource,
): pulumi.Input<string> {
    const plain = `${project}-${called}`;
    if (retention === undefined) return shorten(plain, longest.bucket);
    // A bucket cannot move: in another region it is another one, beside the one that stays.
    const drawn = { byteLength: suffixBytes, keepers: { region } };
    const suffix = new random.RandomId(`${name}-suffix`, drawn, { parent });
    return pulumi.interpolate`${shorten(plain, longest.bucket - suffixLength)}-${suffix.hex}`;
}
