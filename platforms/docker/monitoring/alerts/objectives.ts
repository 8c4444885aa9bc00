import { toSeconds } from "../../../../environment/units";
import type { Alert, Watched, Watcher } from "./alert";
import { failing, repeatedly } from "./requests";

/**
 * How many times faster than the objective allows the failures come, over which time that is looked at, and over which it
 * must still be so, or one would be told for an hour of what is over. At 10 the allowance of four weeks is gone in three
 * days, at 2 in two weeks. https://sre.google/workbook/alerting-on-slos/#6-multiwindow-multi-burn-rate-alerts
 */
const fast = { rate: 10, long: toSeconds(3600), short: toSeconds(300) } as const;
const slow = { rate: 2, long: toSeconds(86400), short: toSeconds(7200) } as const;

export const objectives: Watcher = {
    subject: "objectives",
    alerts: (watched) =>
        watched.front === undefined
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

function burn(
    { objectives: { availability } }: Watched,
    { rate, long, short }: typeof fast | typeof slow,
    alert: Omit<Alert, "conditions">,
): Alert {
    const allowed = Number((rate * (1 - availability)).toFixed(6));
    return {
        ...alert,
        conditions: [
            {
                of: "burn-rate",
                says: `{{ $labels.service }}: {{ $value | humanizePercentage }} fail, ${rate} times as many as allowed or more`,
                when: `(${failing(long)}) > ${allowed} and on (service) (${failing(short)}) > ${allowed} and on (service) ${repeatedly(long)}`,
            },
        ],
    };
}
