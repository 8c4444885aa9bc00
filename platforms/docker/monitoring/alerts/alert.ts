import type { Seconds } from "../../../../environment/units";
import type { Subject } from "../../../monitoring/by-tier";
import type { Notice } from "../../../monitoring/notice";
import type { Monitored } from "../description";

export interface Alert extends Notice {
    /** Any of them is enough. */
    readonly conditions: readonly Condition[];
}

export interface Condition {
    /** Kebab case: tells it from the alert's others. */
    readonly of: string;
    /** What is so, in a few words; in it `{{ $labels.service }}` and the like are what the series has, `{{ $value }}` is the figure. */
    readonly says: string;
    /** PromQL: is so while it has a result, for each of its results. */
    readonly when: string;
    /** How long it must be so. Left out: at once. */
    readonly lasting?: Seconds | undefined;
    /** Where it differs from the alert's others. */
    readonly urgent?: boolean | undefined;
}

/** What an alert is made from. */
export interface Watched extends Monitored {
    /** How long the tier looks before it tells. */
    readonly patience: Seconds;
}

/** The alerts on one subject, or none where the environment has nothing of the kind. */
export interface Watcher {
    readonly subject: Subject;
    readonly alerts: (watched: Watched) => readonly Alert[];
}
