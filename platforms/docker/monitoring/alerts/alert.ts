import type { Seconds } from "../../../../environment/units";
import type { Subject } from "../../../monitoring/by-tier";
import type { Monitored } from "../description";

/** Something that somebody should know of, with what it means and what to do about it. */
export interface Alert {
    /** Kebab case: its name, and the heading in docs/operating.md. */
    readonly called: string;
    /** A short sentence, the subject of the mail. */
    readonly title: string;
    /** Whether callers notice, or soon will. */
    readonly urgent: boolean;
    /** One to three sentences. */
    readonly means: string;
    /** Steps, the likeliest cause first. */
    readonly steps: readonly string[];
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
