import { resolve } from "node:path";
import { parseOptions, type Request, UsageError, wantsJson } from "../options";
import { jsonFailure } from "../report/json";
import { checkOutFile, OutFileError } from "../report/out-file";
import { terminalOf } from "../report/terminal";
import type { Surroundings } from "./surroundings";

/** Runs one command line and resolves with its exit status. Never throws. */
export async function run(words: readonly string[], around: Surroundings): Promise<number> {
    try {
        return await perform(parseOptions(words), around);
    } catch (error) {
        return fail(error, words, around);
    }
}

/** A command is loaded when it is called for: the help must not wait for the SDKs, nor for the report. */
async function perform(request: Request, around: Surroundings): Promise<number> {
    const { directory, stdout, env } = around;
    if (request.out !== undefined) checkOutFile(request.out, resolve(directory, request.out));
    switch (request.command) {
        case "help": {
            const { help } = require("../report/help") as typeof import("../report/help");
            await stdout.write(help(request.about, terminalOf(stdout, env, request.colour)));
            return 0;
        }
        case "version":
            await stdout.write(`${around.version()}\n`);
            return 0;
        case "preview":
            return (require("./preview") as typeof import("./preview")).preview(request, around);
        case "secrets":
            return (require("./secrets") as typeof import("./secrets")).secrets(request, around);
        case "rules":
            return (require("./rules") as typeof import("./rules")).rules(request, around);
        case "schema":
            return (require("./schema") as typeof import("./schema")).schema(request, around);
    }
}

/** Says what went wrong on standard error; where JSON was asked for, a document says it on standard output too. */
export async function fail(error: unknown, words: readonly string[], around: Surroundings): Promise<1> {
    const { stdout, stderr, progress } = around;
    const { message, repair, trace } = explain(error);
    progress.clear();
    await stderr.write(`ringfence: ${message}\n${words.includes("--debug") && trace ? trace : repair}\n`);
    if (wantsJson(words)) await stdout.write(jsonFailure([{ stack: "", message, repair }]));
    return 1;
}

interface Explanation {
    readonly message: string;
    readonly repair: string;
    readonly trace?: string | undefined;
}

function explain(error: unknown): Explanation {
    if (error instanceof UsageError || error instanceof OutFileError) {
        return { message: error.message, repair: error.repair };
    }
    const [firstLine = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return {
        message: `failed, and the fault is its own: ${firstLine || "an error without a message"}`,
        repair: "Run it again with --debug for the stack trace.",
        trace: error instanceof Error ? error.stack : undefined,
    };
}
