import * as logging from "@pulumi/gcp/logging";
import * as pulumi from "@pulumi/pulumi";
import { shorten } from "../../names";
import type { AuditLogs, AuditLogsArgs } from "../../platform";
import { deletionOf } from "../deletion";
import type { Foundation } from "../foundation";
import { longest } from "../limits";
import { logDataAccess } from "./data-access";

/**
 * The audit logs, whole and no others: changes of settings, reads and writes of data, what Google's systems did by
 * themselves, what a policy refused, and what Google's staff did.
 * https://cloud.google.com/logging/docs/audit#viewing_audit_logs
 */
const kinds = ["activity", "data_access", "system_event", "policy", "access_transparency"] as const;
const filter = kinds.map((kind) => `log_id("cloudaudit.googleapis.com/${kind}")`).join(" OR ");

const day = 86400;

/**
 * The project's audit logs in a log bucket of their own. Google keeps reads and writes of data for 30 days only, where
 * whoever administers logs may delete them; changes of settings are kept for 400 days in any case.
 *
 * A log bucket and not one of Cloud Storage: Google alone writes to it, no role deletes or changes a single entry, the
 * logs can be searched where they lie, and the next environment of this name takes it over, as the provider does with
 * any log bucket that is there already. Within one project the sink needs no permission, and Google makes no account
 * for it. It costs more by volume from 50 GiB a month on.
 * https://cloud.google.com/logging/docs/export/configure_export_v2
 */
export function auditLogs(
    foundation: Foundation,
    name: string,
    { retention, dataAccess }: AuditLogsArgs,
    parent: pulumi.Resource,
): AuditLogs {
    const { environment, project, region, tier, apis } = foundation;
    const { protect } = deletionOf[tier];
    const description = `Who did what in ${environment}`;
    // Never `_Default` or `_Required`, Google's own: those begin with an underscore.
    const called = shorten(`${environment}-audit`, longest.logging);
    const bucket = new logging.ProjectBucketConfig(
        `${name}-log-bucket`,
        {
            project,
            location: region,
            bucketId: called,
            description,
            retentionDays: Math.ceil(retention.period / day),
            locked: retention.locked,
            // A destroy leaves it where it is: what it tells of is worth most once the environment is gone.
            deletionPolicy: "ABANDON",
        },
        { parent, protect, dependsOn: [apis.enable("logging")] },
    );
    new logging.ProjectSink(
        `${name}-sink`,
        {
            project,
            name: called,
            description,
            destination: pulumi.interpolate`logging.googleapis.com/${bucket.id}`,
            filter,
            // An account of its own, should the destination ever be one that needs a permission.
            uniqueWriterIdentity: true,
        },
        { parent, protect },
    );
    if (dataAccess) logDataAccess(foundation, name, parent);
    return { resource: bucket };
}
