import type { Value } from "../facts";
import type { Scope } from "../rule";
import { field, figure, inSeconds, isUnknown } from "./read";
import { type Workload, workloads } from "./workload";

/** Something that runs to its end, with what bounds it. */
export interface Job {
    readonly resource: Workload["resource"];
    readonly name: string;
    /** Seconds that a try, or all of them, may take: said, left out, or not known yet. */
    readonly timeout: Bound;
    /** Tries after a failed one. */
    readonly retries: Bound;
}

/** `undefined`: not known yet. */
export type Bound = number | "left out" | undefined;

export const jobs = (scope: Scope): readonly Job[] =>
    workloads(scope)
        // How long a container may take is an option of its resource, and rules do not see those.
        .filter(({ kind, platform }) => kind === "job" && platform !== "docker")
        .map(({ resource, name, platform }) => {
            const { timeout, retries } = (platform === "gcp" ? cloudRun : kubernetes)(resource.inputs);
            return { resource, name, timeout: bound(timeout, inSeconds), retries: bound(retries, figure) };
        });

type Inputs = Workload["resource"]["inputs"];

function cloudRun(inputs: Inputs) {
    const task = field(inputs, "template", "template");
    return { timeout: field(task, "timeout"), retries: field(task, "maxRetries") };
}

function kubernetes(inputs: Inputs) {
    const spec = field(inputs, "spec", "jobTemplate", "spec") ?? field(inputs, "spec");
    return { timeout: field(spec, "activeDeadlineSeconds"), retries: field(spec, "backoffLimit") };
}

const bound = (value: Value | undefined, read: (value: Value) => number | undefined): Bound =>
    isUnknown(value) ? undefined : value === undefined ? "left out" : (read(value) ?? "left out");
