import { milliseconds, type Seconds } from "../../environment/units";
import { inClear, type Settings } from "./settings";

export interface RecordingLimits {
    /** Longest recording. */
    readonly longest: Seconds;
    /** Samples a second, Hz. */
    readonly sampleRate: number;
    /** 1 is mono. */
    readonly channels: number;
    /** Recordings at once, over all instances. Default: the application's. */
    readonly concurrent?: number | undefined;
    /** Default: the application's. */
    readonly processingTimeout?: Seconds | undefined;
    /** Default: the application's. */
    readonly retries?: number | undefined;
}

export const recordings = (limits: RecordingLimits): Settings =>
    inClear({
        RECORDING_MAX_SECONDS: limits.longest,
        RECORDING_SAMPLE_RATE_HZ: limits.sampleRate,
        RECORDING_CHANNELS: limits.channels,
        RECORDING_MAX_CONCURRENT: limits.concurrent,
        PROCESSING_TIMEOUT_MS:
            limits.processingTimeout === undefined ? undefined : milliseconds(limits.processingTimeout),
        PROCESSING_RETRIES: limits.retries,
    });
