import { relative, sep } from "node:path";
import type { Fault } from "../../environment";
import type { PlanError } from "../plan";
import { LeftEarly, NeverFinished } from "./run";

/** What is wrong with a stack, from an error of its program: the faults that it names itself, or the error. */
export function programErrors(
    stack: string,
    error: Error,
    readable: (text: string) => string,
    debug = false,
): readonly PlanError[] {
    const faults = faultsOf(error);
    return faults.length === 0 || debug
        ? [programError(stack, error, readable, debug)]
        : faults.map(({ key, message, repair }) => ({ stack, key, message: readable(message), repair }));
}

/** Told by its shape: each stack loads the program, and with it the error's class, anew. */
const faultsOf = (error: Error): readonly Fault[] =>
    "faults" in error && Array.isArray(error.faults) ? (error.faults as Fault[]) : [];

/** An error of a program as a fault of its stack: the first line of the program's own files that it passed through. */
function programError(stack: string, error: Error, readable: (text: string) => string, debug = false): PlanError {
    const { file, line } = place(error);
    return {
        stack,
        file,
        line,
        message: readable(debug && error.stack ? `${sentence(error)}\n${error.stack}` : sentence(error)),
        repair: repairOf(error),
    };
}

function sentence(error: Error): string {
    const message = error.message.trim();
    if (error instanceof NeverFinished || error instanceof LeftEarly) return message;
    const kind = error.name === "Error" || error.name === "" ? "" : `${error.name}: `;
    return `the program failed: ${kind}${message === "" ? "an error without a message" : message}`;
}

function repairOf(error: Error): string {
    if (error instanceof NeverFinished) return "look for an `await` on something that never happens, such as an event";
    if (error instanceof LeftEarly) return "throw an error instead, so that the reason can be shown";
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return "run `npm ci`, or correct the import";
    return "correct the program; `--debug` shows where it failed";
}

function place(error: Error): { file?: string; line?: number } {
    for (const frame of (error.stack ?? "").split("\n")) {
        const [, path, line] = /\(?(?:file:\/\/)?(\/[^():]+|[A-Za-z]:\\[^():]+):(\d+):\d+\)?$/.exec(frame) ?? [];
        if (
            path === undefined ||
            path.includes(`${sep}node_modules${sep}`) ||
            path.includes(`${sep}review${sep}symbolic`)
        )
            continue;
        return { file: relative(process.cwd(), path), line: Number(line) };
    }
    return {};
}
