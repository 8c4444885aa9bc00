import type { Seconds } from "../../../../environment/units";
import { compared } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

const minute = 60 as Seconds;

/** A service that always runs all its instances is at its maximum by design, which is no news. */
export const capacity: Watcher = {
    subject: "capacity",
    alerts: ({ services, patience }) => {
        const scaling = services.filter(({ instances }) => instances.max > instances.min);
        if (scaling.length === 0) return [];
        return [
            {
                called: "capacity",
                title: "A service is at its maximum of instances",
                urgent: false,
                means: "All the instances that the service may have are at work. More requests, or calls, wait and are then refused with 429.",
                steps: [
                    "Look at the dashboard: is it more traffic than usual, or does each request take longer?",
                    "Raise `instances.max` of the service in the stack file and deploy. Mind the database: each instance of the API brings its own connection pool.",
                    "If it is no real traffic, ask for a rate limit at the edge (`zone.rateLimit`).",
                ],
                conditions: scaling.map(({ serviceName, instances }) =>
                    compared(
                        `${serviceName} runs ${instances.max} instances`,
                        {
                            series: metrics.instances(serviceName, 'metric.labels.state = "active"'),
                            window: minute,
                            align: "ALIGN_MAX",
                            reduce: "REDUCE_SUM",
                            by: ["resource.label.service_name"],
                            lasting: patience,
                        },
                        "above",
                        // There is no "at least".
                        instances.max - 0.5,
                    ),
                ),
            },
        ];
    },
};
