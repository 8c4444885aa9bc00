import * as pulumi from "@pulumi/pulumi";
import type { S3Target } from "../../../environment/schema/dumps";

/** What rclone calls the storage. */
const remote = "outside";

/** The two halves of an S3 key. */
export interface StorageKey {
    readonly accessKeyId: pulumi.Input<string>;
    readonly secretAccessKey: pulumi.Input<string>;
}

/** Where the environment's backups lie, as rclone names it. */
export const shippedTo = ({ bucket, prefix }: S3Target, environment: string): string =>
    `${remote}:${bucket}/${prefix ?? environment}`;

/** rclone's configuration, which holds the key and so is a secret. https://rclone.org/s3/ */
export const rcloneConfiguration = (
    { endpoint, region }: S3Target,
    { accessKeyId, secretAccessKey }: StorageKey,
): pulumi.Output<string> =>
    pulumi.secret(
        pulumi.all([accessKeyId, secretAccessKey]).apply(([id, key]) =>
            [
                `[${remote}]`,
                "type = s3",
                `provider = ${/\.amazonaws\.com(?::\d+)?$/.test(endpoint) ? "AWS" : "Other"}`,
                "env_auth = false",
                `access_key_id = ${onOneLine(id)}`,
                `secret_access_key = ${onOneLine(key)}`,
                `endpoint = ${endpoint}`,
                `region = ${region}`,
                "acl = private",
                // The bucket is somebody else's to make.
                "no_check_bucket = true",
                "",
            ].join("\n"),
        ),
    );

/** A line break would begin another setting. */
const onOneLine = (value: string): string => value.replace(/[\r\n]+/g, "");
