import * as cloudrun from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import { dumpUrl } from "../../../environment/seeding";
import type { Job, JobArgs } from "../../platform";
import { grants } from "../access";
import { deletionOf } from "../deletion";
import type { Foundation } from "../foundation";
import { serviceAccount } from "../identity";
import { labels } from "../labels";
import { longest } from "../limits";
import { secretsOf } from "../variables";
import { executionToken } from "./execution-token";
import { schedule } from "./schedule";
import { jobTemplate } from "./template";

/**
 * A Cloud Run job under an identity of its own. One that is needed runs during the deployment: the job counts as made or
 * changed once its execution has ended well, so what depends on it waits for that, and stays as it was if it fails.
 */
export function cloudRunJob(foundation: Foundation, name: string, given: JobArgs, parent: pulumi.Resource): Job {
    const args = { ...given, variables: { ...given.variables, ...toldOf(given.deposit) } };
    if (args.jobName.length > longest.service)
        throw new RangeError(`the job name ${args.jobName} is longer than Cloud Run's ${longest.service}`);
    const { project, region, tier, apis, network } = foundation;
    const { jobName, account = jobName, folders = [], files = [], runs } = args;
    const identity = serviceAccount(
        foundation,
        `${name}-identity`,
        { account, description: `Runs ${jobName}` },
        parent,
    );
    const granted = [
        ...grants(name, args, identity, parent),
        ...folders.map(({ bucket, path }) =>
            bucket.grantReading(`${name}-reads-${path.replace(/\W+/g, "")}`, identity, parent),
        ),
        ...files.map(({ text, path }) => text.grant(`${name}-reads-${path.replace(/\W+/g, "")}`, identity, parent)),
    ];
    const marks = labels(foundation, name);
    const template = jobTemplate(args, identity, marks, network);

    const job = new cloudrun.Job(
        `${name}-job`,
        {
            project,
            location: region,
            name: jobName,
            labels: marks,
            deletionProtection: deletionOf[tier].protect,
            template,
            runExecutionToken: runs.when === "needed" ? executionToken(args, runs.because, template) : undefined,
        },
        {
            parent,
            // The execution starts at once, and only with every secret there and readable.
            dependsOn: [
                apis.enable("run"),
                identity.resource,
                ...granted,
                ...[...secretsOf(args.variables).keys(), ...files.map(({ text }) => text)].flatMap(
                    ({ ready }) => ready,
                ),
                ...(args.after ?? []),
            ],
        },
    );
    if (runs.when === "scheduled") schedule(foundation, name, job, { jobName, schedule: runs.schedule }, parent);
    return { name: job.name, identity, resource: job };
}

/** It uploads by Cloud Storage's API, as itself. */
const toldOf = (deposit: JobArgs["deposit"]): JobArgs["variables"] =>
    deposit === undefined ? {} : { [deposit.variable]: dumpUrl(deposit.into) };
