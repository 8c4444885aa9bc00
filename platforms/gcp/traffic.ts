import type { types } from "@pulumi/gcp";

/**
 * All traffic to one revision, by name. Pointing it at an earlier one is the rollback: Cloud Run flips it in seconds,
 * starts no deployment and leaves this release's revision where it is.
 */
export const trafficTo = (revision: string): types.input.cloudrunv2.ServiceTraffic[] => [
    { type: "TRAFFIC_TARGET_ALLOCATION_TYPE_REVISION", revision, percent: 100 },
];
