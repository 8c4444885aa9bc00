import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { findPulumi } from "../../deploy/find-pulumi";
import { Calls } from "./calls";
import { copyProject } from "./project-copy";
import { missingForSsh, type SshHost, sshHost } from "./ssh-host";

/**
 * `npm run test:e2e -- docker`: the laptop's stack under the real engine and provider on a real Docker Engine, under names
 * and ports of its own; with `--ssh`, the same on a host that is reached over SSH. Status 0, 1, or 77 where there is no
 * Docker Engine, no `pulumi` or no sshd.
 */
const notTested = 77;
const overSsh = process.argv.includes("--ssh");
const root = resolve(__dirname, "../..");
/** Of this run alone: two at a time on one host would take over each other's volumes. */
const project = `ringfence-e2e-${process.pid}`;
const port = overSsh ? 18444 : 18443;
const address = `https://localhost:${port}`;
const manyCalls = 50;
/** Longer than a call without an answered heartbeat would last. */
const heldFor = 40_000;

const pulumi = findPulumi(process.env.PATH);
if (pulumi === undefined) leave("there is no `pulumi` on PATH. Install it: https://www.pulumi.com/docs/install/");
if (docker("version", "--format", "{{.Server.Version}}").status !== 0)
    leave("no Docker Engine answers `docker version`. Start one, or say at DOCKER_HOST where it is");
const missing = overSsh ? missingForSsh() : undefined;
if (missing !== undefined) leave(missing);

// Not below the folder for temporary files, where nobody may keep backups.
mkdirSync(join(homedir(), ".cache"), { recursive: true });
const scratch = mkdtempSync(join(homedir(), ".cache", "ringfence-e2e-"));
const folder = join(scratch, "project");
const backups = join(scratch, "backups");
let failures = 0;
const calls = new Calls();
let host: SshHost | undefined;

async function main(): Promise<void> {
    if (overSsh) host = await sshHost(scratch);
    prepareProject();
    try {
        await check("comes up, and everything is healthy", async () => deployment("up", "--yes"));
        await check("the API reaches its database and its Redis", apiAnswers);
        await check("a second plan changes nothing", async () => deployment("preview", "--expect-no-changes"));
        await check(`${manyCalls} calls are held through a release of the gateway`, callsAreHeld);
        await check("a backup is taken, and proven to restore", backUpAndProve);
        await check("data outlives another container of the database", dataOutlives);
    } finally {
        await check("goes away, and nothing of it is left", takenAway);
    }
}

/** Another project: what a developer has brought up by `npm run local` is not touched. */
function prepareProject(): void {
    copyProject(root, folder);
    mkdirSync(join(scratch, "state"));
    mkdirSync(backups);
    // The image's own user writes there.
    chmodSync(backups, 0o777);
    bend("Pulumi.yaml", /^name: ringfence$/m, `name: ${project}`);
    bend("Pulumi.local.yaml", "port: 8443", `port: ${port}`);
    bend("Pulumi.local.yaml", "redirectFrom: 8080", `redirectFrom: ${overSsh ? 18081 : 18080}`);
    bend("Pulumi.local.yaml", "backups: { enabled: false }", "backups: { enabled: true }");
    const target = `{ kind: path, path: ${backups}, fileSystem: any }`;
    bend("Pulumi.local.yaml", "  ringfence:redis:", `  ringfence:dumps: { target: ${target} }\n  ringfence:redis:`);
    if (host !== undefined) bend("Pulumi.local.yaml", "config:\n", `config:\n  docker:host: ${host.address}\n`);
    useImagesThatAreThere();
    engine("stack", "init", "local");
}

/** Where no registry can be reached, images of the same names may have been built; they have other digests. */
function useImagesThatAreThere(): void {
    const file = "platforms/docker/base-images.lock.json";
    const lock: Record<string, { image: string; digest: string | null }> = JSON.parse(
        readFileSync(join(folder, file), "utf8"),
    );
    const isThere = (reference: string) => docker("image", "inspect", reference).status === 0;
    for (const each of Object.values(lock)) {
        if (each.digest === null || isThere(`${each.image}@${each.digest}`) || !isThere(each.image)) continue;
        process.stdout.write(`note ${each.image} is on the host under another digest, and is taken as it is\n`);
        each.digest = null;
    }
    writeFileSync(join(folder, file), JSON.stringify(lock));
}

async function apiAnswers(): Promise<readonly string[]> {
    const { status, text } = await get(`${address}/api/health`);
    return status === 200 && /PostgreSQL/.test(text) && /PONG/.test(text) ? [] : [`${status} ${text}`];
}

async function callsAreHeld(): Promise<readonly string[]> {
    await calls.open(manyCalls, `wss://localhost:${port}/voice`);
    const before = containers("gateway-container");
    // Another image too: what lends its files to a container is replaced with it.
    bend("examples/workloads/main.mjs", /^/, "// Another release.\n");
    bend("Pulumi.local.yaml", /^( {4}name: )local$/m, "$1another");
    const ended = later("up", "--yes");
    await until("the new gateway is healthy", () =>
        containers("gateway-container").some((one) => !before.includes(one) && isHealthy(one)),
    );
    await pause(heldFor);
    const { held } = calls;
    const fresh = new Calls();
    await fresh.open(5, `wss://localhost:${port}/voice`);
    const letIn = fresh.held;
    fresh.end();
    calls.end();
    const { status, output } = await ended;
    return [
        ...(held === manyCalls ? [] : [`${held} of ${manyCalls} calls were still there`]),
        ...(letIn === 5 ? [] : [`${letIn} of 5 new calls were let in meanwhile`]),
        ...(status === 0 ? [] : [output]),
        ...(containers("gateway-container").some((one) => before.includes(one))
            ? ["the old gateway is still there"]
            : []),
    ];
}

async function backUpAndProve(): Promise<readonly string[]> {
    const inBackup = (script: string) => docker("exec", `${project}-local-database-backup`, "sh", `/backup/${script}`);
    const taken = inBackup("back-up.sh");
    const proven = inBackup("prove-restore.sh");
    const output = `${taken.output}${proven.output}`;
    return taken.status === 0 && proven.status === 0 && /^restored: /m.test(proven.output) ? [] : [output];
}

async function dataOutlives(): Promise<readonly string[]> {
    const sql = (text: string) => docker("exec", `${project}-local-database`, "psql", "-U", "voice", "-At", "-c", text);
    sql("create table kept (word text); insert into kept values ('here')");
    bend("Pulumi.local.yaml", "memory: 512Mi", "memory: 512Mi\n    maxConnections: 90");
    const faults = deployment("up", "--yes");
    const { output } = sql("select word from kept");
    return [...faults, ...(output.trim() === "here" ? [] : [`the table holds: ${output}`])];
}

async function takenAway(): Promise<readonly string[]> {
    const faults = deployment("destroy", "--yes");
    const left = [
        ["ps", "--all", "--format", "{{.Names}}", "--filter", `label=project=${project}`],
        ["volume", "ls", "--format", "{{.Name}}"],
        ["network", "ls", "--format", "{{.Name}}"],
    ].flatMap((words) =>
        docker(...words)
            .output.split("\n")
            .filter((name) => name.includes(`${project}-`)),
    );
    return [...faults, ...left.map((name) => `${name} is left`)];
}

async function check(title: string, probe: () => Promise<readonly string[]>): Promise<void> {
    const faults = await probe().catch((error) => [String(error)]);
    process.stdout.write(`${faults.length === 0 ? "ok  " : "FAIL"} ${overSsh ? "over SSH" : "local"}: ${title}\n`);
    if (faults.length === 0) return;
    failures += 1;
    process.stdout.write(`${faults.join("\n").replaceAll(/^/gm, "    ")}\n`);
}

function deployment(command: string, ...words: readonly string[]): readonly string[] {
    const { status, output } = engine(command, "--stack", "local", ...packFor(command), ...words);
    return status === 0 ? [] : [output];
}

const packFor = (command: string): readonly string[] => (command === "destroy" ? [] : ["--policy-pack", "policy"]);

const environment = (): NodeJS.ProcessEnv => ({
    ...process.env,
    ...(host === undefined ? {} : { PATH: host.path }),
    PULUMI_BACKEND_URL: `file://${join(scratch, "state")}`,
    PULUMI_CONFIG_PASSPHRASE: "local",
});

function engine(...words: readonly string[]): { status: number | null; output: string } {
    const options = { cwd: folder, encoding: "utf8", env: environment(), maxBuffer: 64 * 1024 * 1024 } as const;
    const { status, stdout, stderr } = spawnSync(pulumi as string, [...words, "--non-interactive"], options);
    return { status, output: `${stdout}${stderr}` };
}

function later(command: string, ...words: readonly string[]): Promise<{ status: number | null; output: string }> {
    const child = spawn(
        pulumi as string,
        [command, "--stack", "local", ...packFor(command), "--non-interactive", ...words],
        {
            cwd: folder,
            env: environment(),
        },
    );
    let output = "";
    for (const stream of [child.stdout, child.stderr])
        stream.on("data", (part) => {
            output += part;
        });
    return new Promise((resolve) => child.on("close", (status) => resolve({ status, output })));
}

function docker(...words: readonly string[]): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync("docker", words, { encoding: "utf8" });
    return { status, output: `${stdout ?? ""}${stderr ?? ""}` };
}

const containers = (part: string): readonly string[] =>
    docker(
        "ps",
        "--format",
        "{{.ID}} {{.Names}}",
        "--filter",
        `name=${part}`,
        "--filter",
        `network=${project}-local-services`,
    )
        .output.split("\n")
        .flatMap((line) => line.split(" ")[0] || []);

const isHealthy = (id: string): boolean =>
    docker("inspect", "--format", "{{.State.Health.Status}}", id).output.trim() === "healthy";

function get(url: string): Promise<{ status: number | undefined; text: string }> {
    return new Promise((resolve, reject) => {
        const asked = request(url, { rejectUnauthorized: false, timeout: 10_000 }, (answer) => {
            let text = "";
            answer.setEncoding("utf8").on("data", (part) => {
                text += part;
            });
            answer.on("end", () => resolve({ status: answer.statusCode, text }));
        });
        asked.on("error", reject).end();
    });
}

async function until(what: string, holds: () => boolean): Promise<void> {
    for (let tries = 0; tries < 240; tries++) {
        if (holds()) return;
        await pause(500);
    }
    throw new Error(`waited two minutes until ${what}`);
}

const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

function bend(file: string, from: string | RegExp, to: string): void {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    const bent = text.replace(from, to);
    if (bent === text) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, bent);
}

function leave(why: string): never {
    process.stdout.write(`Nothing was tested: ${why}.\n`);
    process.exit(notTested);
}

function end(): void {
    calls.end();
    host?.end();
    if (failures === 0) {
        rmSync(scratch, { recursive: true, force: true });
    } else process.stdout.write(`the project and its state are in ${scratch}, passphrase local\n`);
    process.stdout.write(`${failures === 0 ? "all agree" : `${failures} failed`}\n`);
    process.exitCode = failures === 0 ? 0 : 1;
}

void main().then(
    () => end(),
    (error) => {
        process.stdout.write(`FAIL ${error instanceof Error ? error.stack : error}\n`);
        failures += 1;
        end();
    },
);
