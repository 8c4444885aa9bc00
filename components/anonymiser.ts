import * as pulumi from "@pulumi/pulumi";
import { anonymiserOf, dumpUrl, dumpVariable } from "../environment/seeding";
import type { Backing } from "./backing";
import { type JobRunSettings, type JobSettings, oneHour, runJob } from "./job";
import { mebibytes } from "./quantities";
import { ofReplica } from "./variables/job-database";

export interface AnonymiserArgs extends JobSettings, JobRunSettings {
    /** Production's database. Read from a replica where there is one. */
    readonly database: Backing;
    /** Pre-production's bucket, which lets this environment's anonymiser add files. */
    readonly bucket: string;
    /** When the dump is written: five cron fields, UTC. */
    readonly schedule: string;
}

/**
 * Writes an anonymised dump of production's data into pre-production's bucket, on a schedule. It is production's own: the
 * other side gets what it writes, and no permission, address or credential of the source.
 *
 * The image uploads the dump by Cloud Storage's API. A mounted bucket would need the permission to list and to read what
 * is there (https://cloud.google.com/storage/docs/cloud-storage-fuse/mount-bucket); to upload needs that to add alone.
 * Default: the image's argument is `export-anonymised`; 1 h, 1 GiB, a second try.
 *
 * @example
 * new Anonymiser("anonymiser", { platform, database, image, bucket: "acme-voice-staging-seed", schedule: "0 1 * * 6" });
 */
export class Anonymiser extends pulumi.ComponentResource {
    constructor(name: string, args: AnonymiserArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, database, bucket, schedule } = args;
        super("ringfence:index:Anonymiser", name, { bucket, schedule }, opts);
        runJob(
            `${name}-export`,
            args,
            args,
            {
                kind: "anonymise",
                account: anonymiserOf({ name: platform.environment }),
                usual: { args: ["export-anonymised"], timeout: oneHour, retries: 1, memory: mebibytes("1Gi") },
                variables: { ...ofReplica(database.variables), [dumpVariable]: dumpUrl(bucket) },
                uses: database.stores,
                privateNetwork: database.privateNetwork,
                runs: { when: "scheduled", schedule },
            },
            this,
        );
        this.registerOutputs({});
    }
}
