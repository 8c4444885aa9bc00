import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DeployError, told } from "../deploy-error";
import type { Pulumi } from "../pulumi";
import type { Surroundings } from "../surroundings";
import { up } from "../up";
import { localEngine } from "./engine";
import { help } from "./help";

const stack = "local";
/** Of the folder of Pulumi.yaml; git does not see it. */
const folder = ".local";

/** Brings the whole platform up on the local Docker Engine, or takes it away again. Resolves with the exit status. */
export async function local(words: readonly string[], around: Surroundings): Promise<number> {
    try {
        const [command = "up", ...more] = words;
        if (words.includes("--help") || words.includes("-h")) {
            around.answer(help);
            return 0;
        }
        if ((command !== "up" && command !== "down") || more.length > 0)
            throw new DeployError(`there is nothing called ${words.join(" ")}`, "Run `npm run local -- --help`.");
        const env = await localEnvironment(around);
        const pulumi = await around.pulumi();
        const there = { ...around, env, pulumi: async () => ({ ...pulumi, env: { ...pulumi.env, ...env } }) };
        return command === "up" ? await bringUp(there) : await takeDown(there);
    } catch (error) {
        around.say(`local: ${told(error)}\n`);
        return 1;
    }
}

/** The state is in a folder, and so are its secrets, which open nothing but these containers: the passphrase is no secret. */
async function localEnvironment({ env, directory }: Surroundings): Promise<NodeJS.ProcessEnv> {
    const state = join(directory, folder, "state");
    mkdirSync(state, { recursive: true });
    return {
        ...env,
        DOCKER_HOST: await localEngine(env),
        PULUMI_BACKEND_URL: `file://${state}`,
        PULUMI_CONFIG_PASSPHRASE: "local",
    };
}

async function bringUp(around: Surroundings): Promise<number> {
    const pulumi = await around.pulumi();
    if (ask(pulumi, around, "stack", "select", stack).status !== 0) {
        const made = ask(pulumi, around, "stack", "init", stack);
        if (made.status !== 0) throw new DeployError("the stack cannot be made", made.stderr.trim());
    }
    const status = await up([stack, "--", "--yes"], around);
    if (status !== 0) return status;
    const { stdout } = ask(pulumi, around, "stack", "output", "urls", "--json", "--stack", stack);
    const urls: Readonly<Record<string, string>> = JSON.parse(stdout);
    around.say("\nIt runs. The certificate is signed by itself, so that browsers warn of it once.\n");
    for (const [service, url] of Object.entries(urls)) around.answer(`${service.padEnd(8)} ${url}\n`);
    around.say("Take it away again with `npm run local:down`.\n");
    return 0;
}

/** The containers, their volumes with all data, the networks, and the state. */
async function takeDown(around: Surroundings): Promise<number> {
    const pulumi = await around.pulumi();
    const { directory } = around;
    if (ask(pulumi, around, "stack", "select", stack).status === 0) {
        // The stack itself goes with the folder: Pulumi would delete its file, too.
        const words = ["destroy", "--stack", stack, "--yes"];
        const status = await around.run({ file: pulumi.file, words, directory, env: pulumi.env });
        if (status !== 0) return status;
    }
    rmSync(join(directory, folder), { recursive: true });
    around.say("Nothing of it is left but the images, which the next start needs again.\n");
    return 0;
}

const ask = ({ file, env }: Pulumi, { directory }: Surroundings, ...words: readonly string[]) =>
    spawnSync(file, [...words, "--non-interactive"], { cwd: directory, env, encoding: "utf8" });
