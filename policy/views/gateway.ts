import { serviceNameOf } from "../../environment/defaults";
import type { Scope } from "../rule";
import { figure, inSeconds } from "./read";
import { type Workload, workloads } from "./workload";

/** A workload that holds calls open: the declared gateway, or anything else that says how long a call may last. */
export interface Gateway {
    readonly workload: Workload;
    /** Seconds; nothing where it is not said, or not known yet. */
    readonly longestCall: number | undefined;
    readonly drain: number | undefined;
    readonly heartbeat: number | undefined;
}

export function gateways(scope: Scope): readonly Gateway[] {
    const declared = serviceNameOf(scope.environment, "gateway");
    return workloads(scope).flatMap((workload) => {
        const says = (name: string) => workload.variables.find((variable) => variable.name === name);
        const isGateway =
            workload.name === declared ||
            workload.labels.component === "gateway" ||
            says("CALL_MAX_SECONDS") !== undefined;
        if (!isGateway || workload.kind === "edge" || workload.kind === "job") return [];
        return [
            {
                workload,
                longestCall: figure(says("CALL_MAX_SECONDS")?.value),
                drain: inSeconds(says("DRAIN_SECONDS")?.value),
                heartbeat: inSeconds(says("HEARTBEAT_SECONDS")?.value),
            },
        ];
    });
}
