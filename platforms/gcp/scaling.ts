import type { types } from "@pulumi/gcp";
import type { ServiceArgs } from "../platform";

type Scaled = Pick<ServiceArgs, "instances" | "scaleOn">;

/**
 * Limits of the service, over all its revisions. The minimum stands here alone, as Google recommends: a revision's own
 * would keep idle instances of a release that gets no traffic after a rollback.
 * https://cloud.google.com/run/docs/configuring/min-instances
 */
export const serviceScaling = ({ instances }: Scaled): types.input.cloudrunv2.ServiceScaling => ({
    minInstanceCount: instances.min,
    maxInstanceCount: instances.max,
});

/**
 * Limits of one revision. A service that scales on open connections starts another instance once the connections reach
 * `target` of what an instance takes, whatever its CPU does: a call that waits for a word costs none. Setting the
 * thresholds is in preview, hence `launchStage`. Accepted: 0.1 to 0.95, or 0 to leave the metric out.
 * https://cloud.google.com/run/docs/configuring/scaling-controls
 */
export const revisionScaling = ({ instances, scaleOn }: Scaled): types.input.cloudrunv2.ServiceTemplateScaling => ({
    maxInstanceCount: instances.max,
    ...(scaleOn.metric === "connections" ? { concurrencyUtilization: scaleOn.target, cpuUtilization: 0 } : {}),
});

export const launchStage = ({ scaleOn }: Scaled): "BETA" | "GA" => (scaleOn.metric === "connections" ? "BETA" : "GA");
