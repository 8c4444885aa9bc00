import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ProjectFiles } from "../../environment/stack-file";
import { DeployError, told } from "../deploy-error";
import type { DockerEngine } from "../docker/engine";
import { allOn, removal } from "../docker/on-host";
import { stateOf } from "../docker/stack";
import { isOwn, type Owner, sick, stopped } from "../docker/strangers";
import { troubles } from "../docker/troubles";
import type { Pulumi } from "../pulumi";
import { projectWith } from "../stack";
import type { Surroundings } from "../surroundings";
import { up } from "../up";
import { alone } from "./alone";
import { localEngine } from "./engine";
import { help } from "./help";
import { withoutLeftOvers } from "./left-overs";

const stack = "local";
/** Of the folder of Pulumi.yaml; git does not see it. */
const folder = ".local";

interface Local {
    readonly around: Surroundings;
    readonly pulumi: Pulumi;
    readonly owner: Owner;
    /** Nothing where only the provider knows the way to it. */
    readonly engine: DockerEngine | undefined;
    /** Whether the last run was ended by force. */
    readonly interrupted: boolean;
}

/** Brings the whole platform up on the local Docker Engine, or takes it away again. Resolves with the exit status. */
export async function local(words: readonly string[], around: Surroundings): Promise<number> {
    try {
        if (words.includes("--help") || words.includes("-h")) {
            around.answer(help);
            return 0;
        }
        const [first = "-"] = words;
        const down = first === "down" && words.length === 1;
        if (!down && !first.startsWith("-"))
            throw new DeployError(`there is nothing called ${words.join(" ")}`, "Run `npm run local -- --help`.");
        const project = projectWith(stack, around.directory);
        const { host, engine } = await localEngine(around.env);
        const found = await around.pulumi();
        const state = join(around.directory, folder, "state");
        mkdirSync(state, { recursive: true });
        const env = localEnvironment(around, host, state);
        const pulumi = { ...found, env: { ...found.env, ...env } };
        return await alone(join(around.directory, folder), (interrupted) => {
            const there = { ...around, env, pulumi: async () => pulumi };
            const given = { around: there, pulumi, owner: ownerOf(project), engine, interrupted };
            return down ? takeDown(given) : bringUp(given, words);
        });
    } catch (error) {
        around.say(`local: ${told(error)}\n`);
        return 1;
    }
}

const ownerOf = ({ name }: ProjectFiles): Owner => ({ project: name, environment: stack });

/** What the stack puts out; the password opens nothing but a program on this machine. */
interface Outputs {
    readonly urls: Readonly<Record<string, string>>;
    readonly grafana?: { readonly url: string; readonly user: string; readonly password: string } | undefined;
}

/** The state is in a folder, and so are its secrets, which open nothing but these containers: the passphrase is no secret. */
const localEnvironment = ({ env }: Surroundings, host: string, state: string): NodeJS.ProcessEnv => ({
    ...env,
    DOCKER_HOST: host,
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: "local",
});

async function bringUp(given: Local, passedOn: readonly string[]): Promise<number> {
    const { around } = given;
    if (!isThere(given)) {
        const made = ask(given, "stack", "init", stack);
        if (made.status !== 0) throw new DeployError("the stack cannot be made", made.stderr.trim());
    } else await mend(given);
    const again = await startedAgain(given);
    if (again.length > 0) around.say(`Starting again what does not run any more:\n${indented(again)}\n`);
    const refresh = again.length > 0 && !passedOn.includes("--refresh") ? ["--refresh"] : [];
    const status = await up([stack, "--", "--yes", ...refresh, ...passedOn], around);
    if (status !== 0) return status;

    const still = await stillSick(given);
    if (still.length > 0)
        throw new DeployError(
            `it is deployed, but this does not run as it should:\n${await inTheirWords(given, still)}`,
            "`docker logs NAME` says why; `npm run local:down`, data included, begins anew.",
        );
    const { urls, grafana }: Outputs = JSON.parse(
        ask(given, "stack", "output", "--json", "--show-secrets", "--stack", stack).stdout,
    );
    around.say("\nIt runs. The certificate is signed by itself, so that browsers warn of it once.\n");
    for (const [service, url] of Object.entries(urls)) around.answer(`${service.padEnd(8)} ${url}\n`);
    if (grafana !== undefined)
        around.answer(`grafana  ${grafana.url}, as ${grafana.user} with the password ${grafana.password}\n`);
    around.say("Take it away again with `npm run local:down`.\n");
    return 0;
}

/** The containers, their volumes with all data, the networks, and the state. */
async function takeDown(given: Local): Promise<number> {
    const { around, pulumi, engine, owner } = given;
    const { directory } = around;
    if (isThere(given)) {
        unlock(given);
        if (engine !== undefined) await withoutLeftOvers(owner, engine, around, { volumes: true });
        // The stack itself goes with the folder: Pulumi would delete its file, too.
        const words = ["destroy", "--stack", stack, "--yes"];
        const status = await around.run({ file: pulumi.file, words, directory, env: pulumi.env });
        if (status !== 0) return status;
    }
    rmSync(join(directory, folder), { recursive: true });
    const left = engine === undefined ? [] : (await allOn(engine)).filter((thing) => isOwn(owner, thing));
    if (left.length > 0)
        throw new DeployError(
            `what was brought up from here is gone, but not what bears the same labels and was made from elsewhere:\n${indented(left.map(({ kind, name }) => `${kind} ${name}`))}`,
            `Run \`npm run local:down\` there; or, data included: ${removal(engine?.host ?? "", left)}`,
        );
    around.say("Nothing of it is left but the images, which the next start needs again.\n");
    return 0;
}

/** Makes good what a run that was ended by force has left undone, so that the next one is as good as the first. */
async function mend(given: Local): Promise<void> {
    const { around, engine, owner } = given;
    unlock(given);
    if (engine === undefined || !(await withoutLeftOvers(owner, engine, around, { volumes: false }))) return;
    const { status, stderr, stdout } = ask(given, "refresh", "--clear-pending-creates", "--yes", "--stack", stack);
    if (status !== 0)
        throw new DeployError(
            `what the last deployment had begun cannot be cleared: ${stderr.trim() || stdout.trim()}`,
            "`npm run local:down`, data included, begins anew.",
        );
}

/** Whoever was ended by force could not lift the lock, and nobody else is at work here. */
function unlock({ interrupted, ...given }: Local): void {
    if (interrupted) ask({ interrupted, ...given }, "cancel", "--yes", "--stack", stack);
}

/**
 * What Pulumi is to look for anew. Not while something is sick beside it: a container that did not get healthy is made again
 * by the next `up`, but Pulumi would take it for made once it has looked.
 */
async function startedAgain(given: Local): Promise<readonly string[]> {
    const { gone, ill } = await containersOf(given);
    return gone.length === ill.length ? gone : [];
}

/** The containers that do not run any more; those that do not, or not well. */
async function containersOf({ around, engine }: Local) {
    if (engine === undefined) return { gone: [], ill: [] };
    const [state, found] = [await stateOf(stack, around), await allOn(engine)];
    return { gone: stopped(state, found), ill: sick(state, found) };
}

/** What has met a neighbour's restart gets well by itself, and is given a minute for it. */
async function stillSick(given: Local): Promise<readonly string[]> {
    let { ill } = await containersOf(given);
    for (let tries = 0; ill.length > 0 && tries < 20; tries++) {
        await given.around.pause(3000);
        ({ ill } = await containersOf(given));
    }
    return ill;
}

/** Each with what it says itself, where it is there to say something. */
async function inTheirWords({ engine, owner }: Local, still: readonly string[]): Promise<string> {
    const told = engine === undefined ? [] : await troubles(owner, engine);
    const silent = still.filter((line) => !told.some((text) => text.includes(line)));
    return [...told, ...silent.map((line) => `  ${line}`)].join("\n");
}

const isThere = (given: Local): boolean => ask(given, "stack", "select", stack).status === 0;

const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}`).join("\n");

const ask = ({ pulumi: { file, env }, around: { directory } }: Local, ...words: readonly string[]) =>
    spawnSync(file, [...words, "--non-interactive"], { cwd: directory, env, encoding: "utf8" });
