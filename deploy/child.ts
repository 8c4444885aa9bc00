import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { constants } from "node:os";

export interface Program {
    readonly file: string;
    readonly words: readonly string[];
    readonly directory: string;
    readonly env: NodeJS.ProcessEnv;
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
