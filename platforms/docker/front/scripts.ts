import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MountedText } from "../files";

/** Scripts of this folder, as files for a container. */
export const scripts = (...names: readonly string[]): readonly MountedText[] =>
    names.map((name) => ({ name, content: readFileSync(join(__dirname, name), "utf8"), executable: true }));
