import { type Seconds, toSeconds } from "../../environment/units";
import type { Notice } from "./notice";

/** How many times faster than the objective allows failures come, and over which time that is looked at. */
export interface BurnRate extends Notice {
    readonly rate: number;
    readonly over: Seconds;
}

/**
 * Google's own advice for an objective over 28 days: at 10 the allowance is gone in three days, at 2 in two weeks.
 * https://cloud.google.com/stackdriver/docs/solutions/slo-monitoring/alerting-on-budget-burn-rate
 */
export const fastBurn: BurnRate = {
    rate: 10,
    over: toSeconds(3600),
    called: "objective-fast",
    title: "The objective is being missed, fast",
    urgent: true,
    means: "In the last hour ten times as many requests failed as the objective allows: three days of this use up what is allowed in four weeks.",
    steps: ["It is an incident: do as for failing requests.", "Stop releases until it is over."],
};

export const slowBurn: BurnRate = {
    rate: 2,
    over: toSeconds(86400),
    called: "objective-slow",
    title: "The objective is being missed, slowly",
    urgent: false,
    means: "In the last day twice as many requests failed as the objective allows. Nobody has been woken for it, and within two weeks the allowance of four is gone.",
    steps: [
        "Look at the dashboard for which service, and at its log for which request.",
        "Mend it within the next days, before new features.",
    ],
};
