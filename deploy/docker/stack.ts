import { join, resolve } from "node:path";
import { loadStack, type ProjectFiles } from "../../environment/stack-file";
import { kindOf } from "../../policy/views/docker/named";
import { DeployError } from "../deploy-error";
import type { Surroundings } from "../surroundings";
import { type DockerEngine, engineAt } from "./engine";
import { type DockerState, dockerState } from "./state";
import type { Wanted } from "./strangers";

const root = resolve(__dirname, "../..");

/** The engine of a stack that is on a Docker host. Nothing of another one, or where only the provider knows the way. */
export async function engineOf(
    project: ProjectFiles,
    stack: string,
    { env }: Surroundings,
): Promise<DockerEngine | undefined> {
    const files = loadStack(project, stack).value;
    if (files?.environment.platform !== "docker") return undefined;
    const { host } = files.environment.docker;
    // As the provider takes it: what the stack file says comes before the variable.
    return engineAt("docker:host" in files.source.values ? host : (env.DOCKER_HOST ?? host));
}

/** What Pulumi's state knows. It needs no passphrase: names and identifiers are not encrypted. */
export async function stateOf(stack: string, { directory, capture, pulumi }: Surroundings): Promise<DockerState> {
    const { file, env } = await pulumi();
    const words = ["stack", "export", "--stack", stack, "--non-interactive"];
    return dockerState(stack, await capture({ file, words, directory, env }));
}

interface Planned {
    readonly type: string;
    readonly inputs: { readonly name?: unknown };
}

/** What the stack's plan and its file would have on the host. What is named by chance meets nobody. */
export async function wantedBy(project: ProjectFiles, stack: string, around: Surroundings): Promise<Wanted> {
    const { database, redis } = loadStack(project, stack).value?.environment ?? {};
    const existing = [database?.engine === "postgresql" ? database.existing : undefined, redis?.existing];
    const planned = await planOf(stack, around);
    return {
        project: project.name,
        environment: stack,
        names: planned.flatMap(({ type, inputs: { name } }) => {
            const kind = kindOf(type);
            return kind === undefined || typeof name !== "string" ? [] : [{ kind, name }];
        }),
        existing: existing.flatMap((each) => each?.volume ?? []),
    };
}

async function planOf(stack: string, { directory, env, capture }: Surroundings): Promise<readonly Planned[]> {
    const words = [join(root, "review/bin.cjs"), "preview", "--stack", stack, "--format", "json"];
    const { stdout, stderr } = await capture({ file: process.execPath, words, directory, env });
    try {
        return JSON.parse(stdout).stacks[stack].resources;
    } catch {
        throw new DeployError(`${stack} cannot be planned: ${stderr.trim()}`, "Mend that first.");
    }
}
