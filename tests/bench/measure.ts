import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");

/** One finished process. */
export interface Sample {
    /** Milliseconds from start to end, as its user waits. */
    readonly wall: number;
    /** Peak resident memory in MiB. */
    readonly memory: number;
}

/** Runs `node` with these arguments; it must end with status 0. */
export function measure(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Sample {
    const folder = mkdtempSync(join(tmpdir(), "ringfence-bench-"));
    const usage = join(folder, "usage");
    try {
        const start = process.hrtime.bigint();
        const { status, stderr } = spawnSync(process.execPath, ["--require", join(__dirname, "usage.cjs"), ...args], {
            cwd: root,
            env: { ...process.env, ...environment, BENCH_USAGE: usage },
            stdio: ["ignore", "ignore", "pipe"],
        });
        const wall = Number(process.hrtime.bigint() - start) / 1e6;
        if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr.toString()}`);
        return { wall, memory: Number(readFileSync(usage, "utf8")) / 1024 };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

export const minimum = (values: readonly number[]): number => Math.min(...values);
export function median(values: readonly number[]): number {
    const sorted = [...values].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const upper = sorted[middle] ?? Number.NaN;
    return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}
