import * as pulumi from "@pulumi/pulumi";
import { type BurnRate, fastBurn, slowBurn } from "../../../monitoring/burn-rate";
import type { Alert } from "../alert";
import type { Objective } from "../objectives";
import type { Watched, Watcher } from "./watched";

export const objectives: Watcher = {
    subject: "objectives",
    alerts: (watched) =>
        watched.promised.length === 0 ? [] : [fastBurn, slowBurn].map((burnRate) => burn(watched, burnRate)),
};

const burn = ({ promised }: Watched, { rate, over, ...notice }: BurnRate): Alert => ({
    ...notice,
    conditions: promised.map(({ role, objective }: Objective) => ({
        displayName: `${role}: ${rate} times as many failures as allowed`,
        conditionThreshold: {
            filter: pulumi.interpolate`select_slo_burn_rate("${objective.name}", "${over}s")`,
            comparison: "COMPARISON_GT",
            thresholdValue: rate,
            duration: "0s",
        },
    })),
});
