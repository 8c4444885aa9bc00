import type { types } from "@pulumi/gcp";
import type { ServiceArgs } from "../platform";

type Container = types.input.cloudrunv2.ServiceTemplateContainer;
type Probed = Pick<ServiceArgs, "port" | "health">;

/** Seconds that an answer may take; Cloud Run wants it shorter than the time between two checks. */
const answerWithin = 5;

/**
 * How long an instance may take to start, in seconds. At most 240 in Cloud Run; three minutes is what a deploy may take
 * altogether, and covers the minute or more that Direct VPC egress may need before the database can be reached.
 * https://cloud.google.com/run/docs/configuring/healthchecks
 */
const startWithin = { every: 5, times: 36 } as const;

/** An instance gets its first request once this succeeds. */
export const startupProbe = ({ port, health }: Probed): Container["startupProbe"] => ({
    httpGet: { path: health.path, port },
    periodSeconds: startWithin.every,
    failureThreshold: startWithin.times,
    timeoutSeconds: startWithin.every - 1,
});

/** An instance is replaced after `failures` failed checks in a row. */
export function livenessProbe({ port, health }: Probed): Container["livenessProbe"] {
    // Cloud Run counts in whole seconds.
    const interval = Math.ceil(health.interval);
    return {
        httpGet: { path: health.path, port },
        periodSeconds: interval,
        failureThreshold: health.failures,
        timeoutSeconds: Math.max(1, Math.min(answerWithin, interval - 1)),
    };
}
