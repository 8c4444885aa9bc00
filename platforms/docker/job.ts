import { posix } from "node:path";
import { Container } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { dumpFolder, dumpFolderUrl } from "../../environment/seeding";
import { fingerprint, kebab } from "../names";
import { PlainError } from "../plain-error";
import type { Job, JobArgs } from "../platform";
import { type ContainerDescription, containerArgs } from "./container";
import { readersGroup } from "./drop-box/permissions";
import type { Engine } from "./engine";
import { files } from "./files";
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
    { jobName, timeout, retries, after = [] }: JobArgs,
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
    return scheduledContainer(engine, name, scheduled, { parent, dependsOn: [...after] });
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

/**
 * Runs a container to its end, for at most its grace, and yields what is there only after a good one. The provider waits
 * for the end and takes no notice of how it was: the status is looked at here, and what comes after waits for that look.
 */
export function runToEnd(
    engine: Engine,
    name: string,
    description: ContainerDescription,
    { called, after }: { readonly called: string; readonly after: readonly pulumi.Resource[] },
    parent: pulumi.Resource,
): pulumi.CustomResource {
    const job = new Container(
        `${name}-job`,
        {
            ...containerArgs(engine, name, description),
            // The provider stops waiting at the first end, so a second try would go on unseen.
            restart: "no",
            mustRun: false,
            attach: true,
            logs: true,
            destroyGraceSeconds: 10,
        },
        {
            parent,
            deleteBeforeReplace: false,
            dependsOn: [engine.images.on(description.image).resource, ...after],
            customTimeouts: { create: `${description.grace}s` },
        },
    );
    return goodEnd(name, called, job, parent);
}

/**
 * Stands for the good end of a job: it cannot be made after a bad one, and what depends on it is then not touched. It has
 * to be a resource of a provider's, since nothing waits for a component.
 */
function goodEnd(name: string, called: string, job: Container, parent: pulumi.Resource): pulumi.CustomResource {
    const ended = pulumi
        .all([job.id, job.exitCode, job.containerLogs, job.name])
        .apply(([id, code, logs, container]) => {
            // A plan cannot know; an end without a status is not a good one.
            if (code === 0 || (code === undefined && pulumi.runtime.isDryRun())) return id;
            throw new PlainError(
                `the job ${called} ended with ${code ?? "no status"} (container ${container}):\n${lastLines(logs ?? "")}\nOnce its cause is mended, run it again: \`pulumi up --replace\` with its URN, or another release`,
            );
        });
    return new random.RandomId(`${name}-ended`, { byteLength: 2, keepers: { job: ended } }, { parent });
}

const lastLines = (logs: string): string => logs.trimEnd().split("\n").slice(-20).join("\n");
