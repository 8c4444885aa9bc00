import * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../environment/units";
import type { Bucket, Platform } from "../platforms/platform";
import type { Backing } from "./backing";
import { seconds } from "./quantities";

export interface AuditRecordsArgs {
    /** How long a record can neither be changed nor deleted. Default: 365 days. */
    readonly retention?: Seconds | undefined;
    /** Locks the retention for ever; it cannot be undone by anybody. Default: false. */
    readonly locked?: boolean | undefined;
    /** Age at which a record is deleted, in whole days, not below `retention`. Default: never. */
    readonly expireAfter?: Seconds | undefined;
    /** Groups of people who may read the records, by address. Default: nobody. */
    readonly readers?: readonly string[] | undefined;
}

export interface AuditLogsSettings {
    /** How long an entry is kept, in whole days. Default: 400 days. */
    readonly retention?: Seconds | undefined;
    /** Locks the retention for ever; it cannot be undone by anybody. Default: false. */
    readonly locked?: boolean | undefined;
    /** Whether reads and writes of data and secrets are logged too. Default: true. */
    readonly dataAccess?: boolean | undefined;
}

export interface AuditArgs {
    readonly platform: Platform;
    /** Default: no store for records. */
    readonly records?: AuditRecordsArgs | undefined;
    /** Default: what the platform keeps by itself. */
    readonly logs?: AuditLogsSettings | undefined;
}

/**
 * Evidence that nobody can take back: a write-once store for what the agent says of its own reasoning, and the
 * platform's account of who did what. Both outlive the environment.
 *
 * @example
 * const audit = new Audit("audit", { platform, records: { retention: seconds("365d") }, logs: {} });
 * new VoiceApi("api", { platform, records: audit.records, release: "r1", image });
 */
export class Audit extends pulumi.ComponentResource {
    /** For the services that write records: they may add one, and neither read, replace nor delete any. */
    readonly records: Backing | undefined;

    constructor(name: string, { platform, records, logs }: AuditArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:Audit", name, { records: { ...records }, logs: { ...logs } }, opts);
        this.records = records === undefined ? undefined : recordsOf(name, platform, records, this);
        if (logs !== undefined)
            platform.auditLogs(
                name,
                {
                    retention: { period: logs.retention ?? seconds("400d"), locked: logs.locked ?? false },
                    dataAccess: logs.dataAccess ?? true,
                },
                this,
            );
        this.registerOutputs({});
    }
}

function recordsOf(name: string, platform: Platform, args: AuditRecordsArgs, parent: pulumi.Resource): Backing {
    const store = platform.bucket(
        `${name}-records`,
        {
            called: "records",
            retention: { period: args.retention ?? seconds("365d"), locked: args.locked ?? false },
            expireAfter: args.expireAfter,
            readers: args.readers,
        },
        parent,
    );
    return { variables: { AUDIT_BUCKET: store.name }, stores: [addingTo(store)], privateNetwork: false };
}

const addingTo = (store: Bucket): Backing["stores"][number] => ({
    grant: (name, identity, parent) => [store.grantWriting(name, identity, parent)],
});
