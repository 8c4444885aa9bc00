import * as pulumi from "@pulumi/pulumi";
import type { Alert } from "../alert";
import type { Objective } from "../objectives";
import type { Watched, Watcher } from "./watched";

/**
 * How many times faster than the objective allows the failures come, and over which time that is looked at: Google's own
 * advice for an objective over 28 days. At 10 the month's allowance is gone in three days, at 2 in two weeks.
 * https://cloud.google.com/stackdriver/docs/solutions/slo-monitoring/alerting-on-budget-burn-rate
 */
const fast = { rate: 10, seconds: 3600 } as const;
const slow = { rate: 2, seconds: 86400 } as const;

export const objectives: Watcher = {
    subject: "objectives",
    alerts: (watched) =>
        watched.promised.length === 0
            ? []
            : [
                  burn(watched, fast, {
                      called: "objective-fast",
                      title: "The objective is being missed, fast",
                      urgent: true,
                      means: "In the last hour ten times as many requests failed as the objective allows: three days of this use up what is allowed in four weeks.",
                      steps: ["It is an incident: do as for failing requests.", "Stop releases until it is over."],
                  }),
                  burn(watched, slow, {
                      called: "objective-slow",
                      title: "The objective is being missed, slowly",
                      urgent: false,
                      means: "In the last day twice as many requests failed as the objective allows. Nobody has been woken for it, and within two weeks the allowance of four is gone.",
                      steps: [
                          "Look at the dashboard for which service, and at its log for which request.",
                          "Mend it within the next days, before new features.",
                      ],
                  }),
              ],
};

const burn = (
    { promised }: Watched,
    { rate, seconds }: { readonly rate: number; readonly seconds: number },
    alert: Omit<Alert, "conditions">,
): Alert => ({
    ...alert,
    conditions: promised.map(({ role, objective }: Objective) => ({
        displayName: `${role}: ${rate} times as many failures as allowed`,
        conditionThreshold: {
            filter: pulumi.interpolate`select_slo_burn_rate("${objective.name}", "${seconds}s")`,
            comparison: "COMPARISON_GT",
            thresholdValue: rate,
            duration: "0s",
        },
    })),
});
