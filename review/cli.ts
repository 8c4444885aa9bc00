import { writeSync } from "node:fs";
import { fail, run } from "./commands/run";
import type { Sink, Surroundings } from "./commands/surroundings";
import { wantsJson } from "./options";
import { jsonFailure } from "./report/json";
import { progressOn } from "./report/progress";
import { terminalOf } from "./report/terminal";

/** Runs the command line in this process, and ends it. */
export function main(words: readonly string[]): void {
    const { stdout, stderr, env } = process;
    const progress = progressOn(stderr, terminalOf(stderr, env), env);
    const around: Surroundings = {
        directory: process.cwd(),
        env,
        stdout: sinkTo(stdout),
        stderr: sinkTo(stderr),
        progress,
        version: () => require("../package.json").version,
        review: (options) => (require("./review") as typeof import("./review")).review(options),
        rules: () => (require("../policy/rules") as typeof import("../policy/rules")).rules,
        schema: () =>
            (require("../environment/json-schema") as typeof import("../environment/json-schema")).stackFileSchema(),
    };
    // Bound now: while the program runs, it cannot end the process, and this must be able to.
    const exit = process.exit.bind(process);
    let ended = false;
    const end = (status: number) => {
        ended = true;
        exit(status);
    };
    process.on("SIGINT", () => {
        progress.clear();
        end(130);
    });
    process.on("uncaughtException", (error) => void fail(error, words, around).then(end));
    process.on("exit", () => {
        if (!ended) process.exitCode = endedEarly(words);
    });
    void run(words, around).then(end);
}

/** The process ends before the report is out, whatever made it: silence and status 0 must not pass for success. */
function endedEarly(words: readonly string[]): 1 {
    const message = "ended before it was done";
    const repair = "Look for a `process.exit` in the program, or for something that it waits for in vain.";
    writeSync(2, `ringfence: ${message}\n${repair}\n`);
    if (wantsJson(words)) writeSync(1, jsonFailure([{ stack: "", message, repair }]));
    return 1;
}

/** A reader that has gone away (`| head`) has had enough: that is no failure, and the status stays what it is. */
function sinkTo(stream: NodeJS.WriteStream): Sink {
    // Bound now: while the program runs, what it prints to standard output goes elsewhere.
    const write = stream.write.bind(stream);
    stream.on("error", () => {});
    return {
        isTTY: stream.isTTY,
        columns: stream.columns,
        write: (text) =>
            new Promise((taken, failed) => {
                write(text, (error?: NodeJS.ErrnoException | null) =>
                    error && !["EPIPE", "ERR_STREAM_DESTROYED"].includes(error.code ?? "") ? failed(error) : taken(),
                );
            }),
    };
}
