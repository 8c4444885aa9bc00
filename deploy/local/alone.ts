import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DeployError } from "../deploy-error";

/**
 * Does the work where no other process does it at the same time. `interrupted`: whether the last one was ended by force,
 * or Pulumi below it, which leaves the stack locked.
 */
export async function alone(folder: string, work: (interrupted: boolean) => Promise<number>): Promise<number> {
    const file = join(folder, "at-work");
    const last = processIn(file);
    if (last !== undefined && isAlive(last))
        throw new DeployError(
            `process ${last} is bringing it up or taking it away just now`,
            `Wait for its end. If it is another program: rm ${file}`,
        );
    writeFileSync(file, String(process.pid));
    let status = 1;
    try {
        status = await work(last !== undefined);
    } finally {
        // After a signal this file stays, and tells the next one.
        if (status < 128) rmSync(file, { force: true });
    }
    return status;
}

function processIn(file: string): number | undefined {
    try {
        return Number.parseInt(readFileSync(file, "utf8"), 10);
    } catch {
        return undefined;
    }
}

function isAlive(pid: number): boolean {
    try {
        process.kill(pid, 0);
        return true;
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === "EPERM";
    }
}
