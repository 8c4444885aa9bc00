import type { Seconds } from "../../../../environment/units";
import { onlyTheHealthPath, unansweredAddress } from "../../../monitoring/unanswered-address";
import { compared } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

/** One place may have trouble of its own; two do not agree by chance. */
const placesThatAgree = 1;

/** How old the last answer from a place may be, as Google's console sets it for uptime checks. */
const window = 1200 as Seconds;

export const uptime: Watcher = {
    subject: "uptime",
    alerts: ({ hosts, patience }) =>
        hosts.length === 0
            ? []
            : [
                  {
                      ...unansweredAddress("Seen from at least two parts of the world"),
                      steps: [
                          "Open it yourself. If it answers, look at the firewall events of the zone: something may be turning Google's checkers away (`GoogleStackdriverMonitoring-UptimeChecks`).",
                          onlyTheHealthPath,
                          "If nothing answers, go inwards: the record at Cloudflare, the load balancer or Worker, the service.",
                      ],
                      conditions: [
                          compared(
                              "at least two places get no answer",
                              {
                                  series: metrics.checksPassed,
                                  window,
                                  align: "ALIGN_NEXT_OLDER",
                                  reduce: "REDUCE_COUNT_FALSE",
                                  by: ["resource.label.project_id", "resource.label.host"],
                                  lasting: patience,
                              },
                              "above",
                              placesThatAgree,
                          ),
                      ],
                  },
              ],
};
