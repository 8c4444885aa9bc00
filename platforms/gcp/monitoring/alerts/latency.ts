import { durationText, milliseconds } from "../../../../environment/units";
import { compared } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

/** Of the API alone: to the gateway a request is a whole call, and lasts as long as people talk. */
export const latency: Watcher = {
    subject: "latency",
    alerts: ({ services, objectives, patience }) =>
        services
            .filter(({ role }) => role === "api")
            .map(({ serviceName }) => ({
                called: "latency",
                title: "The API is slow",
                urgent: false,
                means: `Of 100 requests to ${serviceName}, more than 5 take longer than ${durationText(objectives.latency)}. On the telephone that is heard as silence.`,
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
