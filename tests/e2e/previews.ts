import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { findPulumi } from "../../deploy/find-pulumi";
import { leavingOutServices } from "../../deploy/foundation";
import { disagreements, type EngineStep, type Planned } from "./agreement";
import { copyProject } from "./project-copy";

/**
 * `npm run test:e2e -- previews`: the root project under the real engine, previewed only, with a state backend of its own in a
 * temporary folder. It needs a `pulumi` on PATH with the plugins of the providers, and the credentials that those want.
 * Status 0: all agree; 1: something does not; 77: nothing was tested, because there is no `pulumi`.
 *
 * `npm run test:e2e -- previews --up STACK` also makes that stack, foundation first, plans it once more and destroys it again: for
 * real, with the projects that the stack file names and whatever it costs. It is for a sandbox of one's own.
 */
const notTested = 77;
const root = resolve(__dirname, "../..");
const stacks = ["beta", "staging", "main", "local"];
const [option, toMake] = process.argv.slice(2);
if (option !== undefined && (option !== "--up" || !stacks.includes(toMake ?? ""))) {
    process.stderr.write(`previews takes nothing, or --up and one of ${stacks.join(", ")}\n`);
    process.exit(1);
}

const rogue = `
import * as cloudrun from "@pulumi/gcp/cloudrunv2";
import deploy = require("./index.program");
export = async () => {
    const outputs = await deploy();
    new cloudrun.Service("rogue", {
        project: "mva-voice-staging",
        location: "europe-west2",
        template: {
            containers: [{
                image: "example.com/rogue",
                envs: [
                    { name: "SF_ACCESS", value: "write" },
                    { name: "SF_URL", value: "https://mva.my.salesforce.com" },
                ],
            }],
        },
    });
    return outputs;
};
`;

const pulumi = findPulumi();
if (pulumi === undefined) {
    process.stdout.write(
        "test:e2e tested nothing: there is no `pulumi` on PATH. https://www.pulumi.com/docs/install/\n",
    );
    process.exit(notTested);
}

const scratch = mkdtempSync(join(tmpdir(), "ringfence-e2e-"));
const project = join(scratch, "project");
let failures = 0;
/** Whether something real may be left, of which only the state in `scratch` knows. */
let isLeft = false;
try {
    mkdirSync(join(scratch, "state"));
    copyProject(root, project);
    cpSync(join(project, "index.ts"), join(project, "index.program.ts"));
    const planned = planOf(project);
    for (const stack of stacks) {
        engine("stack", "init", stack);
        check(`${stack}: the pack passes under the real engine`, () => {
            const { status, output } = engine(
                "preview",
                "--stack",
                stack,
                "--policy-pack",
                "policy",
                "--non-interactive",
            );
            return status === 0 ? [] : [output];
        });
        // A Docker host has no accounts and vaults that services wait for, and so no foundation apart.
        if (stack !== "local")
            check(`${stack}: the pack passes a foundation, from which services are left out`, () => {
                const pack = ["--policy-pack", "policy", "--non-interactive"];
                const { status, output } = engine("preview", "--stack", stack, ...pack, ...leavingOutServices);
                return status === 0 ? [] : [output];
            });
        check(`${stack}: the preview and the real engine plan the same`, () => {
            const { status, output } = engine("preview", "--stack", stack, "--non-interactive", "--json");
            if (status !== 0) return [output];
            const { steps } = JSON.parse(output) as { steps: EngineStep[] };
            return disagreements(planned[stack]?.resources ?? [], steps);
        });
    }
    if (toMake !== undefined) makeAndDestroy(toMake);
    check(
        "staging: a service with live Salesforce credentials is refused at its registration, without the pack",
        () => {
            writeFileSync(join(project, "index.ts"), rogue);
            const { status, output } = engine("preview", "--stack", "staging", "--non-interactive");
            return status !== 0 && output.includes("salesforce-write-in-production-only") ? [] : [output];
        },
    );
} finally {
    if (isLeft)
        process.stdout.write(`what was made is not destroyed; its state is in ${scratch}/state, passphrase local\n`);
    else rmSync(scratch, { recursive: true });
}
process.stdout.write(`${failures === 0 ? "all agree" : `${failures} failed`}\n`);
process.exitCode = failures === 0 ? 0 : 1;

function makeAndDestroy(stack: string): void {
    const steps: Readonly<Record<string, readonly string[]>> = {
        "is made, the foundation first": ["up", "--policy-pack", "policy", ...leavingOutServices],
        "is made whole": ["up", "--policy-pack", "policy"],
        "has nothing left to change": ["preview", "--policy-pack", "policy", "--expect-no-changes"],
        "is destroyed": ["destroy"],
    };
    isLeft = true;
    for (const [title, [command = "", ...words]] of Object.entries(steps))
        check(`${stack}: ${title}`, () => {
            const sure = command === "preview" ? [] : ["--yes"];
            const { status, output } = engine(command, "--stack", stack, "--non-interactive", ...sure, ...words);
            if (command === "destroy") isLeft = status !== 0;
            return status === 0 ? [] : [output];
        });
}

function engine(...args: readonly string[]): { status: number | null; output: string } {
    const { status, stdout, stderr } = spawnSync(pulumi as string, args, {
        cwd: project,
        encoding: "utf8",
        // A database alone takes a quarter of an hour.
        timeout: 3_600_000,
        maxBuffer: 256 * 1024 * 1024,
        env: {
            ...process.env,
            PULUMI_BACKEND_URL: `file://${join(scratch, "state")}`,
            // Of the salt that the laptop's stack file has.
            PULUMI_CONFIG_PASSPHRASE: "local",
            PULUMI_SKIP_UPDATE_CHECK: "true",
        },
    });
    return { status, output: status === 0 ? stdout : `${stdout}${stderr}` };
}

function planOf(folder: string): Record<string, { resources: Planned[] }> {
    const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(root, "review", "bin.cjs"), "preview", "--project", folder, "--format", "json"],
        { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
    );
    if (status !== 0) throw new Error(`the preview ended with ${status}: ${stderr}`);
    return JSON.parse(stdout).stacks;
}

function check(title: string, faultsOf: () => readonly string[]): void {
    const faults = faultsOf();
    process.stdout.write(`${faults.length === 0 ? "ok  " : "FAIL"} ${title}\n`);
    for (const fault of faults.slice(0, 20)) process.stdout.write(`       ${fault}\n`);
    if (faults.length > 0) failures++;
}
