import { percent } from "../../../monitoring/wording";
import { compared } from "../condition";
import { metrics, serverErrors } from "../metrics";
import type { Watcher } from "./watched";

export const errors: Watcher = {
    subject: "errors",
    alerts: ({ objectives, patience, project, region }) => [
        {
            called: "errors",
            title: "Requests fail",
            urgent: true,
            means: `Of the requests to a service, more than ${percent(objectives.errors)} were answered with 5xx: the server could not, or no instance was there to.`,
            steps: [
                "Was there a release just now? Send the traffic back to the revision before it (`release.serving`), and look for the reason then.",
                `Read what the service says: \`gcloud run services logs read SERVICE --project ${project} --region ${region}\`.`,
                "Look at the dashboard: do the database, Redis or the number of instances go wrong at the same time?",
            ],
            conditions: [
                compared(
                    `more than ${percent(objectives.errors)} of a service's requests`,
                    {
                        series: metrics.requests(undefined, serverErrors),
                        to: metrics.requests(),
                        window: patience,
                        align: "ALIGN_RATE",
                        reduce: "REDUCE_SUM",
                        by: ["resource.label.service_name"],
                    },
                    "above",
                    objectives.errors,
                ),
            ],
        },
    ],
};
