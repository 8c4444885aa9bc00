import type { Seconds } from "../../../../environment/units";
import type { Subject } from "../../../monitoring/by-tier";
import type { WatchArgs } from "../../../platform";
import type { Alert } from "../alert";
import type { Objective } from "../objectives";

/** What an alert is made from. */
export interface Watched extends WatchArgs {
    /** Google Cloud project, for the commands that an alert recommends. */
    readonly project: string;
    readonly region: string;
    /** How long the tier looks before it tells. */
    readonly patience: Seconds;
    readonly promised: readonly Objective[];
}

/** The alerts on one subject, or none where the environment has nothing of the kind. */
export interface Watcher {
    readonly subject: Subject;
    readonly alerts: (watched: Watched) => readonly Alert[];
}
