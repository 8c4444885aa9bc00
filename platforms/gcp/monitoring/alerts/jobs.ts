import { compared } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

export const jobs: Watcher = {
    subject: "jobs",
    alerts: ({ jobs, patience, project, region }) =>
        jobs
            ? [
                  {
                      called: "jobs",
                      title: "A job failed",
                      urgent: false,
                      means: "A job ended without success: a migration, the loading of customers, or whatever else runs once. Nobody tries it again.",
                      steps: [
                          `Find the execution: \`gcloud run jobs executions list --job JOB --project ${project} --region ${region}\`, and read its log.`,
                          `Mend the reason, then run it again: \`gcloud run jobs execute JOB --project ${project} --region ${region} --wait\`.`,
                          "If it was the migration, the release before still serves: deploy again when the migration has passed.",
                      ],
                      conditions: [
                          compared(
                              "an execution that failed",
                              {
                                  series: metrics.executions("failed"),
                                  window: patience,
                                  align: "ALIGN_DELTA",
                                  reduce: "REDUCE_SUM",
                                  by: ["resource.label.job_name"],
                              },
                              "above",
                              0,
                          ),
                      ],
                  },
              ]
            : [],
};
