import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MountedText } from "./files";

/** Scripts that lie in a folder of the program, as files for a container. */
export const readScripts = (
    folder: string,
    names: readonly string[],
    { executable = false }: Pick<MountedText, "executable"> = {},
): readonly MountedText[] =>
    names.map((name) => ({ name, content: readFileSync(join(folder, name), "utf8"), executable }));
