import { durationText, milliseconds } from "../../../../environment/units";
import { slowApi } from "../../../monitoring/slow-api";
import { compared } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

export const latency: Watcher = {
    subject: "latency",
    alerts: ({ services, objectives, patience }) =>
        services
            .filter(({ role }) => role === "api")
            .map(({ serviceName }) => ({
                ...slowApi(serviceName, objectives.latency),
                steps: [
                    "Look at the dashboard: are all instances busy, is the database's CPU high, are there more requests than usual?",
                    "In Query Insights, look for statements that have become slow.",
                    "If it began with a release, send the traffic back to the revision before it (`release.serving`).",
                ],
                conditions: [
                    compared(
                        `95th percentile above ${durationText(objectives.latency)}`,
                        {
                            series: metrics.latencies(serviceName),
                            window: patience,
                            align: "ALIGN_DELTA",
                            reduce: "REDUCE_PERCENTILE_95",
                            by: ["resource.label.service_name"],
                        },
                        "above",
                        milliseconds(objectives.latency),
                    ),
                ],
            })),
};
