import { posix } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { dumpFolder, dumpFolderUrl } from "../../environment/seeding";
import { fingerprint, kebab } from "../names";
import type { Job, JobArgs } from "../platform";
import type { ContainerDescription } from "./container";
import { readersGroup } from "./drop-box/permissions";
import type { Engine } from "./engine";
import { files } from "./files";
import { runToEnd } from "./run-to-end";
import { scheduledContainer } from "./schedule";
import { contentOf } from "./secrets";
import { identityOf } from "./service";
import { workload } from "./workload";

/**
 * A container that runs to its end during the deployment, once for each set of reasons; or one that waits for its schedule.
 */
export function containerJob(engine: Engine, name: string, args: JobArgs, parent: pulumi.Resource): Job {
    const { runs } = args;
    const description = jobContainer(engine, name, args, parent);
    return {
        name: pulumi.output(args.jobName),
        identity: identityOf(engine, args.account ?? args.jobName),
        resource:
            runs.when === "needed"
                ? runNow(engine, name, args, description, runs.because, parent)
                : runByClock(engine, name, args, description, runs.schedule, parent),
    };
}

type Described = ReturnType<typeof jobContainer>;

function runNow(
    engine: Engine,
    name: string,
    { jobName, timeout, after = [] }: JobArgs,
    description: Described,
    because: readonly string[],
    parent: pulumi.Resource,
): pulumi.Resource {
    // Another reason is another container, and so another run.
    const variables = { ...description.variables, RUN_FOR: fingerprint(because.join("\n"), 12) };
    return runToEnd(engine, name, { ...description, variables, grace: timeout }, { called: jobName, after }, parent);
}

function runByClock(
    engine: Engine,
    name: string,
    { jobName, timeout, retries, folders = [], after = [] }: JobArgs,
    { entryPoint, command = [], ...description }: Described,
    schedule: string,
    parent: pulumi.Resource,
): pulumi.Resource {
    const [program, ...args] = [...(entryPoint ?? []), ...command];
    if (entryPoint === undefined || program === undefined)
        throw new RangeError(
            `${jobName} runs on a schedule, which starts a command: say what the image's entry point is`,
        );
    const called = `${engine.prefix}-${jobName.replace(`-${engine.environment}`, "")}`;
    const scheduled = { ...description, called, run: [program, ...args] as const, schedule, timeout, retries };
    return scheduledContainer(engine, name, scheduled, {
        parent,
        dependsOn: [...after, ...folders.map(({ bucket }) => bucket.resource)],
    });
}

/** What a job has beside what services have: folders to read or to add to, and texts as files. */
function jobContainer(engine: Engine, name: string, args: JobArgs, parent: pulumi.Resource) {
    const { folders = [], deposit, files: texts = [], image } = args;
    const common = workload(engine, name, args, [], parent);
    return {
        ...common,
        variables: { ...common.variables, ...(deposit === undefined ? {} : { [deposit.variable]: dumpFolderUrl }) },
        files: [
            ...common.files,
            ...texts.map(({ path, text }) => {
                const { dir: folder, base } = posix.parse(path);
                const content = [{ name: base, content: contentOf(text) }];
                return files(engine, `${name}-${kebab(base)}`, { folder, image, texts: content }, parent);
            }),
        ],
        ...(deposit === undefined ? {} : { volumes: { [dumpFolder]: deposit.into } }),
        ...(folders.length === 0
            ? {}
            : {
                  sharedVolumes: Object.fromEntries(folders.map(({ path, bucket }) => [path, bucket.name])),
                  groups: [readersGroup],
              }),
    } satisfies Partial<ContainerDescription>;
}
