import { spawnSync } from "node:child_process";
import { delimiter, dirname } from "node:path";
import { DeployError } from "./deploy-error";
import { findPulumi } from "./find-pulumi";

/** A Pulumi CLI that can be run. */
export interface Pulumi {
    readonly file: string;
    /** The environment variables that it runs with. */
    readonly env: NodeJS.ProcessEnv;
}

/**
 * The oldest CLI that does all that a deployment here may ask: wildcards in `--exclude` (3.188) and the adoption of what
 * has another identifier in the state than in the import (3.252; before, the next update would delete it).
 * https://github.com/pulumi/pulumi/blob/master/CHANGELOG.md
 */
const oldest = [3, 252, 0] as const;

/** The installed CLI, else the one that the npm package `pulumi` fetches, as `npx pulumi` does. */
export async function pulumiToRun(env: NodeJS.ProcessEnv): Promise<Pulumi> {
    const installed = findPulumi(env.PATH);
    if (installed !== undefined) checkAge(installed);
    const file = installed ?? (await fetched());
    // The language host lies beside the CLI, which looks for it on PATH.
    return { file, env: { ...env, PATH: [dirname(file), env.PATH ?? ""].join(delimiter) } };
}

function checkAge(file: string): void {
    const { stdout, error } = spawnSync(file, ["version"], { encoding: "utf8", timeout: 30_000 });
    const said = /^v?(\d+)\.(\d+)\.(\d+)/.exec((stdout ?? "").trim());
    if (error !== undefined || said === null)
        throw new DeployError(
            `${file} does not say which version it is`,
            "Install Pulumi anew: https://www.pulumi.com/docs/install/",
        );
    if (isOlder(said.slice(1).map(Number)))
        throw new DeployError(
            `${file} is version ${said[0].replace(/^v/, "")}, and ${oldest.join(".")} is the oldest that will do`,
            "Update it: https://www.pulumi.com/docs/install/",
        );
}

function isOlder(version: readonly number[]): boolean {
    for (const [place, least] of oldest.entries()) {
        const number = version[place] ?? 0;
        if (number !== least) return number < least;
    }
    return false;
}

/**
 * What `npx pulumi` would run. Its launcher is left out: it ends at the first Ctrl-C, and the CLI that it has started goes
 * on by itself.
 */
async function fetched(): Promise<string> {
    let resolve: () => Promise<string>;
    try {
        ({ resolve } = require("pulumi/lib/resolve"));
    } catch {
        throw new DeployError(
            "there is no `pulumi` on PATH, and the npm package that fetches it is not installed",
            "Install it, https://www.pulumi.com/docs/install/, or run `npm ci`.",
        );
    }
    try {
        return await resolve();
    } catch (error) {
        throw new DeployError(
            `there is no \`pulumi\` on PATH, and it cannot be fetched: ${error instanceof Error ? error.message : error}`,
            "Install it: https://www.pulumi.com/docs/install/",
        );
    }
}
