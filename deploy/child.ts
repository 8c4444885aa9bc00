import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { constants } from "node:os";

export interface Program {
    readonly file: string;
    readonly words: readonly string[];
    readonly directory: string;
    readonly env: NodeJS.ProcessEnv;
}

/** How a program ended that was run unseen, and what it said. */
export interface Captured {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
}

/** Runs a program to its end, and keeps what it says. */
export function captureProgram({ file, words, directory, env }: Program): Promise<Captured> {
    return new Promise((resolve, reject) => {
        const child = spawn(file, words, { cwd: directory, env, stdio: ["ignore", "pipe", "pipe"] });
        const said = { stdout: "", stderr: "" };
        for (const name of ["stdout", "stderr"] as const)
            child[name].setEncoding("utf8").on("data", (text: string) => {
                said[name] += text;
            });
        child.on("error", reject);
        child.on("close", (status) => resolve({ status, ...said }));
    });
}

/** Runs a program in this one's terminal to its end. Its status; 128 and the signal's number where one ended it. */
export function runProgram({ file, words, directory, env }: Program): Promise<number> {
    return new Promise((resolve, reject) => {
        const child = spawn(file, words, { cwd: directory, env, stdio: "inherit" });
        const release = relaySignals(child);
        child.on("error", (error) => {
            release();
            reject(error);
        });
        child.on("close", (status, signal) => {
            release();
            resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal]));
        });
    });
}

/**
 * Lets the program end in its own way when this one is asked to stop. Told once, Pulumi finishes what it has begun and
 * unlocks the stack; told twice, it drops everything where it stands. So it is told at most once: a terminal's Ctrl-C has
 * reached it already, as every process in the foreground, and whoever stops a CI job says SIGINT and SIGTERM.
 * https://github.com/pulumi/pulumi/blob/master/pkg/backend/cancellation_scope.go
 */
function relaySignals(child: ChildProcess): () => void {
    let told = false;
    const tell = (signal: "SIGINT" | "SIGTERM") => {
        if (told) return;
        told = true;
        if (signal === "SIGTERM" || !hasTerminal()) child.kill(signal);
    };
    process.on("SIGINT", tell).on("SIGTERM", tell);
    return () => void process.off("SIGINT", tell).off("SIGTERM", tell);
}

function hasTerminal(): boolean {
    if (process.platform === "win32") return process.stdin.isTTY === true;
    try {
        closeSync(openSync("/dev/tty", "r"));
        return true;
    } catch {
        return false;
    }
}
