import type { Container } from "@pulumi/docker";
import type * as pulumi from "@pulumi/pulumi";
import { readCron } from "../../../environment/cron";
import { type Seconds, toSeconds } from "../../../environment/units";
import { type ContainerDescription, runningContainer } from "../container";
import type { Engine } from "../engine";
import { files } from "../files";
import { componentOf } from "../labels";
import { scheduleFolder, scheduleScripts } from "./scripts";

export interface Scheduled
    extends Omit<ContainerDescription, "entryPoint" | "command" | "health" | "grace" | "containerName"> {
    /** Name of the container. */
    readonly called: string;
    readonly run: readonly [string, ...string[]];
    /** Five cron fields, UTC. */
    readonly schedule: string;
    /** Longest time of one try. */
    readonly timeout: Seconds;
    /** Tries after a failed one, a minute apart. */
    readonly retries: number;
}

/**
 * A container that waits, and runs a command whenever its schedule comes round: the engine has no clock of its own, and
 * whoever may start containers on it owns the host. `docker kill --signal USR1 CONTAINER` runs it now. The image must have
 * a shell, `date` and `timeout`, as BusyBox and every distribution's have.
 */
export function scheduledContainer(
    engine: Engine,
    name: string,
    { called, run, schedule, timeout, retries, ...description }: Scheduled,
    options: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): Container {
    const { image } = description;
    engine.inventory.schedules.push(componentOf(engine, name));
    const scripts = files(
        engine,
        `${name}-schedule`,
        { folder: scheduleFolder, image, texts: [...scheduleScripts] },
        options.parent,
    );
    return runningContainer(
        engine,
        name,
        {
            ...description,
            containerName: called,
            entryPoint: ["sh", `${scheduleFolder}/schedule.sh`],
            command: run,
            variables: {
                ...description.variables,
                SCHEDULE: fieldsOf(schedule),
                JOB_TIMEOUT: String(timeout),
                JOB_RETRIES: String(retries),
            },
            files: [...(description.files ?? []), scripts],
            health: {
                test: ["CMD", "sh", `${scheduleFolder}/health.sh`],
                interval: toSeconds(60),
                timeout: toSeconds(10),
                retries: 1,
                startPeriod: toSeconds(10),
            },
            // A run that is cut off is given up, and comes with the schedule again.
            grace: toSeconds(30),
        },
        // Two would run the same job twice.
        { deleteBeforeReplace: true, ...options },
    );
}

/** Without names, steps and ranges, so that a shell can compare: `*` or a list in each of the five. */
function fieldsOf(schedule: string): string {
    const read = readCron(schedule);
    if ("reason" in read) throw new RangeError(`the schedule "${schedule}" never comes: ${read.reason}`);
    const { minute, hour, dayOfMonth, month, dayOfWeek } = read;
    return [minute, hour, dayOfMonth, month, dayOfWeek].join(" ");
}
