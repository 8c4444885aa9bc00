import * as pulumi from "@pulumi/pulumi";
import { dumpFolder, seedBucket } from "../environment/seeding";
import type { Seconds } from "../environment/units";
import type { Backing } from "./backing";
import { type JobRunSettings, type JobSettings, oneHour, runJob } from "./job";
import { mebibytes } from "./quantities";
import { ofPrimary } from "./variables/job-database";

export interface SeedArgs extends JobSettings, JobRunSettings {
    /** The environment's own database, which the dump is loaded into. */
    readonly database: Backing;
    /**
     * Address of production's anonymiser, the only one outside that may add a file to the bucket. Left out on Docker, where
     * whoever has the volume mounted may.
     */
    readonly writer?: string | undefined;
    /** When the newest dump is loaded: five cron fields, UTC. */
    readonly schedule: string;
    /** Age at which a dump is deleted, in whole days. */
    readonly keepFor: Seconds;
}

/**
 * Takes in production's anonymised dumps: a bucket or volume of the environment's own, into which production's anonymiser may put
 * files, and a job that loads the newest into the environment's own database. Default: the image's argument is `seed`;
 * 1 h, 1 GiB, a second try.
 *
 * @example
 * new Seed("seed", { platform, database, image, schedule: "0 4 * * 6", keepFor: seconds("14d"),
 *     writer: "main-anonymiser@acme-voice-main.iam.gserviceaccount.com" });
 */
export class Seed extends pulumi.ComponentResource {
    constructor(name: string, args: SeedArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, database, writer, schedule, keepFor } = args;
        super("ringfence:index:Seed", name, { schedule }, opts);
        const dumps = platform.bucket(`${name}-dumps`, { called: seedBucket, expireAfter: keepFor }, this);
        if (writer !== undefined) dumps.grantWriting(`${name}-written-by-anonymiser`, platform.outsider(writer), this);
        runJob(
            `${name}-load`,
            args,
            args,
            {
                kind: "seed",
                usual: { args: ["seed"], timeout: oneHour, retries: 1, memory: mebibytes("1Gi") },
                variables: { ...ofPrimary(database.variables), DUMP_DIRECTORY: dumpFolder },
                uses: database.stores,
                privateNetwork: database.privateNetwork,
                folders: [{ path: dumpFolder, bucket: dumps }],
                runs: { when: "scheduled", schedule },
            },
            this,
        );
        this.registerOutputs({});
    }
}
