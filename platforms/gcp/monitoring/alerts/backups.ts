import { logged } from "../condition";
import type { Watcher } from "./watched";

/**
 * Cloud SQL writes how a night's backup ended into its audit log, which is always on.
 * https://cloud.google.com/sql/docs/postgres/backup-recovery/view-audit-logs-for-automated-backups
 */
export const backups: Watcher = {
    subject: "backups",
    alerts: ({ database, project }) =>
        database?.engine === "postgresql" && database.backups
            ? [
                  {
                      called: "backups",
                      title: "A backup failed",
                      urgent: true,
                      means: "The daily backup of the database did not come about. Until the next one, a mistake in the data can only be undone from the transaction logs.",
                      steps: [
                          "Read the log entry: its `message` says why. STATUS_SKIPPED means that the server did not run.",
                          `Make one now: \`gcloud sql backups create --instance INSTANCE --project ${project}\`.`,
                          "If exports or other backups were in the way, move the backup's time (`database.backups.at`).",
                      ],
                      conditions: [
                          logged("an automated backup that did not succeed", [
                              'resource.type="cloudsql_database"',
                              'log_id("cloudaudit.googleapis.com/system_event")',
                              'protoPayload.methodName="cloudsql.instances.automatedBackup"',
                              'protoPayload.metadata.windowStatus=("STATUS_FAILED" OR "STATUS_ATTEMPT_FAILED" OR "STATUS_SKIPPED")',
                          ]),
                      ],
                  },
              ]
            : [],
};
