import * as pulumi from "@pulumi/pulumi";
import type { Backing } from "./backing";
import { type JobRunSettings, type JobSettings, runJob, tenMinutes } from "./job";
import { createExtensions } from "./schema/create-extensions";
import { ofPrimary } from "./variables/job-database";

export interface SchemaArgs extends JobSettings {
    /** The PostgreSQL database whose schema it is. */
    readonly database: Backing;
    /** The schema is brought up to this release, once. */
    readonly release: string;
    /** PostgreSQL extensions, made before the migration, in this order. The image must hold `psql`. Default: none. */
    readonly extensions?: readonly string[] | undefined;
    /** How the image is told to migrate. Default: its argument is `migrate`; 10 min, no second try. `false`: no migration. */
    readonly migrate?: JobRunSettings | false | undefined;
}

/**
 * The schema of a PostgreSQL database: its extensions, and its migration to a release. Both run during the deployment,
 * in the API's image and with the database's variables alone; a service that comes `after` them starts on a schema that
 * is up to date, and is not touched when one of them fails.
 *
 * @example
 * const schema = new Schema("schema", { platform, database, image, release: "r8", extensions: ["vector"] });
 * new VoiceApi("api", { platform, database, image, release: "r8", after: schema.ready });
 */
export class Schema extends pulumi.ComponentResource {
    /** What must be there before anything relies on the schema. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: SchemaArgs, opts?: pulumi.ComponentResourceOptions) {
        const { extensions = [], migrate = {}, release } = args;
        super("ringfence:index:Schema", name, { extensions, release }, opts);
        const extended = extensions.length === 0 ? [] : [this.extend(name, args, extensions)];
        const migrated = migrate === false ? [] : [this.migrate(name, args, migrate, extended)];
        this.ready = [...extended, ...migrated];
        this.registerOutputs({ release });
    }

    private extend(name: string, args: SchemaArgs, extensions: readonly string[]): pulumi.Resource {
        return runJob(
            `${name}-extensions`,
            args,
            createExtensions(extensions),
            { ...this.onDatabase(args, []), kind: "extensions" },
            this,
        ).resource;
    }

    private migrate(
        name: string,
        args: SchemaArgs,
        settings: JobRunSettings,
        after: readonly pulumi.Resource[],
    ): pulumi.Resource {
        const task = { ...this.onDatabase(args, after), kind: "migrate" };
        return runJob(`${name}-migrate`, args, settings, task, this).resource;
    }

    private onDatabase({ database, release }: SchemaArgs, after: readonly pulumi.Resource[]) {
        return {
            // A migration that failed half-way is looked at before it is tried again.
            usual: { args: ["migrate"], timeout: tenMinutes, retries: 0 },
            variables: ofPrimary(database.variables),
            uses: database.stores,
            privateNetwork: database.privateNetwork,
            after,
            runs: { when: "needed", because: [release] },
        } as const;
    }
}
