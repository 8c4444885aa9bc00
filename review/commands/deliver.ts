import { resolve } from "node:path";
import type { Request } from "../options";
import { writeOutFile } from "../report/out-file";
import { type Terminal, terminalOf } from "../report/terminal";
import type { Surroundings } from "./surroundings";

/** Hands a result over: to the file that was asked for, else to standard output. */
export async function deliver(content: string, { out }: Request, around: Surroundings): Promise<void> {
    if (out === undefined) return around.stdout.write(content);
    writeOutFile(out, resolve(around.directory, out), content);
    await around.stderr.write(`Wrote ${out}.\n`);
}

/** What the result is drawn for. A file is no terminal, wherever the command was typed. */
export function pageOf({ out, colour }: Request, { stdout, env }: Surroundings): Terminal {
    return out === undefined
        ? terminalOf(stdout, env, colour)
        : { ...terminalOf({}, {}, colour ?? false), unicode: true };
}
