import { readFileSync, statSync } from "node:fs";
import type { Problem } from "./stack-fault";

/** A stack file is written by people: a megabyte of it is a mistake, or an attack on whoever parses it. */
const largest = 1024 * 1024;

export type Text = { readonly text: string } | { readonly text: undefined; readonly problem: Problem };

/** The text of a file, or why there is none. Its size is looked at before its content. */
export function readText(path: string): Text {
    try {
        const { size, isFile } = fileFacts(path);
        if (!isFile) return no("is no file", "put a YAML file there");
        if (size > largest)
            return no(`is ${(size / largest).toFixed(1)} MiB large, too large to be read`, "keep it below 1 MiB");
        return decode(readFileSync(path));
    } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === "ENOENT") return no("does not exist", "create it, or name another one");
        return no(`cannot be read (${code ?? "unknown error"})`, "check that it is a file that you may read");
    }
}

function fileFacts(path: string): { readonly size: number; readonly isFile: boolean } {
    const facts = statSync(path);
    return { size: facts.size, isFile: facts.isFile() };
}

function decode(bytes: Uint8Array): Text {
    try {
        // Takes a byte order mark off, which some editors put in front.
        return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
    } catch {
        return no("is not written in UTF-8", "save it in UTF-8");
    }
}

const no = (what: string, repair: string): Text => ({
    text: undefined,
    problem: { message: `the file ${what}`, repair },
});
