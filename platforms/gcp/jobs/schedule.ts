import * as cloudrun from "@pulumi/gcp/cloudrunv2";
import * as scheduler from "@pulumi/gcp/cloudscheduler";
import * as pulumi from "@pulumi/pulumi";
import type { Foundation } from "../foundation";
import { serviceAccount } from "../identity";

/**
 * Starts the job on a schedule, as an identity that may start this one job and nothing else. Cloud Scheduler only asks
 * Cloud Run for an execution and does not wait for its end: what becomes of it stands in the job's executions.
 *
 * An answer that got lost is asked for again, so a job may be started twice; what runs on a schedule has to bear that.
 * https://cloud.google.com/run/docs/execute/jobs-on-schedule
 */
export function schedule(
    foundation: Foundation,
    name: string,
    job: cloudrun.Job,
    args: { readonly jobName: string; readonly schedule: string },
    parent: pulumi.Resource,
): scheduler.Job {
    const { project, region, apis } = foundation;
    const starter = serviceAccount(
        foundation,
        `${name}-starter`,
        { account: `${args.jobName}-starter`, description: `Starts ${args.jobName}` },
        parent,
    );
    const permission = new cloudrun.JobIamMember(
        `${name}-started-by-schedule`,
        { project, location: region, name: job.name, role: "roles/run.invoker", member: starter.member },
        { parent },
    );
    return new scheduler.Job(
        `${name}-schedule`,
        {
            project,
            region,
            name: args.jobName,
            description: `Starts the job ${args.jobName}`,
            schedule: args.schedule,
            timeZone: "Etc/UTC",
            // Asking takes seconds; the execution takes as long as it takes.
            attemptDeadline: "60s",
            retryConfig: { retryCount: 3, minBackoffDuration: "30s", maxBackoffDuration: "600s", maxDoublings: 3 },
            httpTarget: {
                httpMethod: "POST",
                uri: pulumi.interpolate`https://run.googleapis.com/v2/projects/${project}/locations/${region}/jobs/${job.name}:run`,
                oauthToken: {
                    serviceAccountEmail: starter.id,
                    scope: "https://www.googleapis.com/auth/cloud-platform",
                },
            },
        },
        { parent, dependsOn: [apis.enable("cloudscheduler"), permission] },
    );
}
