import { spawnSync } from "node:child_process";

/** What a suite can only be run with. */
export const present = (command: string, ...args: readonly string[]): boolean =>
    spawnSync(command, args, { stdio: "ignore" }).error === undefined;

/**
 * A suite that needs programs of the machine. Where one is missing it says so, and has no tests: pending ones are forbidden
 * here, and passing ones would be a lie.
 */
export function describeWith(missing: readonly string[], title: string, body: () => void): void {
    if (missing.length === 0) describe(title, body);
    else console.log(`  NOT RUN: ${title}: needs ${missing.join(" and ")}, not installed here`);
}

/** Asks again until it is so; fails after five seconds. */
export async function until(what: string, so: () => boolean | Promise<boolean>): Promise<void> {
    const end = Date.now() + 5000;
    while (!(await so())) {
        if (Date.now() > end) throw new Error(`waited in vain until ${what}`);
        await new Promise((resolve) => setTimeout(resolve, 15));
    }
}
