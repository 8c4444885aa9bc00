import type * as pulumi from "@pulumi/pulumi";
import type { Mebibytes, Seconds } from "../environment/units";
import { inEnvironment } from "../platforms/names";
import type { Job, JobArgs, Platform, SecretsAs } from "../platforms/platform";
import { mebibytes, seconds } from "./quantities";
import { common, type ObservabilityArgs } from "./variables/common";

/** How a job runs, whatever it does. */
export interface JobRunSettings {
    /** Replaces the image's entry point. */
    readonly command?: readonly string[] | undefined;
    /** Arguments of the entry point. */
    readonly args?: readonly string[] | undefined;
    /** Longest time that one try may take, at most 24 h. */
    readonly timeout?: Seconds | undefined;
    /** Tries after a failed one, 0 to 10. */
    readonly retries?: number | undefined;
    /** Default: 512 MiB, the least that Cloud Run takes for a job. */
    readonly memory?: Mebibytes | undefined;
}

/** What every job needs. */
export interface JobSettings {
    readonly platform: Platform;
    /** The API's image, best with a digest: `registry/path:tag@sha256:…`. */
    readonly image: string;
    /** Default: log level `info`, no performance tracking. */
    readonly observability?: ObservabilityArgs | undefined;
    /** As of a service. Default: files. */
    readonly secretsAs?: SecretsAs | undefined;
}

/** What a component says of its job beyond what its caller may set. */
export interface Task
    extends Pick<
        JobArgs,
        "account" | "variables" | "uses" | "folders" | "deposit" | "files" | "privateNetwork" | "after" | "runs"
    > {
    /** The job's part of names: `migrate` becomes `migrate-staging`. */
    readonly kind: string;
    /** Where the caller does not say otherwise. */
    readonly usual: Required<Pick<JobRunSettings, "timeout" | "retries">> & Pick<JobRunSettings, "args" | "memory">;
}

/** Runs a job with everything that the caller and the component said of it; children of `parent`. */
export function runJob(
    name: string,
    { platform, image, observability, secretsAs = "files" }: JobSettings,
    settings: JobRunSettings,
    { kind, usual, variables, ...task }: Task,
    parent: pulumi.Resource,
): Job {
    return platform.job(
        name,
        {
            ...task,
            jobName: inEnvironment(platform.environment, kind),
            image,
            command: settings.command,
            args: settings.args ?? usual.args,
            cpu: 1,
            memory: settings.memory ?? usual.memory ?? mebibytes("512Mi"),
            timeout: settings.timeout ?? usual.timeout,
            retries: settings.retries ?? usual.retries,
            variables: { ...common(platform, observability).clear, ...variables },
            secretsAs,
        },
        parent,
    );
}

export const tenMinutes = seconds("10m");
export const oneHour = seconds("1h");
