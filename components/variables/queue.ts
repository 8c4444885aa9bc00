import { milliseconds, type Seconds } from "../../environment/units";
import { inClear, type Settings } from "./settings";

export interface QueueLimits {
    /** Jobs that an instance works on at once. */
    readonly concurrency: number;
    readonly retries: number;
    /** Wait before the first retry; it doubles. */
    readonly backoff: Seconds;
}

export const queue = ({ concurrency, retries, backoff }: QueueLimits): Settings =>
    inClear({ QUEUE_CONCURRENCY: concurrency, QUEUE_RETRIES: retries, QUEUE_BACKOFF_MS: milliseconds(backoff) });
