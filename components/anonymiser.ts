import * as pulumi from "@pulumi/pulumi";
import { anonymiserOf, dumpVariable } from "../environment/seeding";
import type { Backing } from "./backing";
import { type JobRunSettings, type JobSettings, oneHour, runJob } from "./job";
import { mebibytes } from "./quantities";
import { ofReplica } from "./variables/job-database";

export interface AnonymiserArgs extends JobSettings, JobRunSettings {
    /** Production's database. Read from a replica where there is one. */
    readonly database: Backing;
    /** Pre-production's bucket, or its volume on the same Docker host, which lets this environment's anonymiser add files. */
    readonly into: string;
    /** When the dump is written: five cron fields, UTC. */
    readonly schedule: string;
}

/**
 * Writes an anonymised dump of production's data to where pre-production takes it in, on a schedule. It is production's
 * own: the other side gets what it writes, and no permission, address or credential of the source.
 *
 * On Google Cloud the image uploads the dump by Cloud Storage's API. A mounted bucket would need the permission to list and to read what
 * is there (https://cloud.google.com/storage/docs/cloud-storage-fuse/mount-bucket); to upload needs that to add alone.
 * Default: the image's argument is `export-anonymised`; 1 h, 1 GiB, a second try.
 *
 * @example
 * new Anonymiser("anonymiser", { platform, database, image, into: "acme-voice-staging-seed", schedule: "0 1 * * 6" });
 */
export class Anonymiser extends pulumi.ComponentResource {
    constructor(name: string, args: AnonymiserArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, database, into, schedule } = args;
        super("ringfence:index:Anonymiser", name, { into, schedule }, opts);
        runJob(
            `${name}-export`,
            args,
            args,
            {
                kind: "anonymise",
                account: anonymiserOf({ name: platform.environment }),
                usual: { args: ["export-anonymised"], timeout: oneHour, retries: 1, memory: mebibytes("1Gi") },
                variables: ofReplica(database.variables),
                deposit: { into, variable: dumpVariable },
                uses: database.stores,
                privateNetwork: database.privateNetwork,
                runs: { when: "scheduled", schedule },
            },
            this,
        );
        this.registerOutputs({});
    }
}
