import { percent } from "../../../monitoring/wording";
import { compared } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

/** What the balancer could not hand on is in no service's figures. */
export const balancer: Watcher = {
    subject: "balancer",
    alerts: ({ balancer, objectives, patience }) =>
        balancer
            ? [
                  {
                      called: "balancer",
                      title: "The load balancer answers with errors",
                      urgent: true,
                      means: `More than ${percent(objectives.errors)} of what the load balancer answered was 5xx. If no service has errors, it does not reach them.`,
                      steps: [
                          "Look at the dashboard: are the errors those of a service? Then go on with that.",
                          "In the load balancer's log, `statusDetails` says what went wrong between it and the service.",
                      ],
                      conditions: [
                          compared(
                              `more than ${percent(objectives.errors)} of the answers`,
                              {
                                  series: metrics.balanced("metric.labels.response_code_class = 500"),
                                  to: metrics.balanced(),
                                  window: patience,
                                  align: "ALIGN_RATE",
                                  reduce: "REDUCE_SUM",
                                  by: ["resource.label.url_map_name"],
                              },
                              "above",
                              objectives.errors,
                          ),
                      ],
                  },
              ]
            : [],
};
