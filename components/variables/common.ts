import type { Platform } from "../../platforms/platform";
import { inClear, type Settings } from "./settings";

export interface ObservabilityArgs {
    /** Default: `info`. */
    readonly logLevel?: "debug" | "info" | "warn" | "error" | undefined;
    /** Whether the application measures itself. Default: false. */
    readonly performanceTracking?: boolean | undefined;
    /** Whether it is told which environment it runs in. Default: true. */
    readonly tellEnvironment?: boolean | undefined;
}

/**
 * What every service is told. `NODE_ENV` is `production` in every environment, so that the same code paths run
 * everywhere; which environment it is stands in `ENVIRONMENT` and `TIER`, unless it is to be told nothing of it.
 */
export const common = ({ environment, tier }: Platform, args: ObservabilityArgs = {}): Settings =>
    inClear({
        NODE_ENV: "production",
        ...(args.tellEnvironment === false ? {} : { ENVIRONMENT: environment, TIER: tier }),
        LOG_LEVEL: args.logLevel ?? "info",
        PERFORMANCE_TRACKING: args.performanceTracking ?? false,
    });
