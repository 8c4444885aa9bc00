import type { MountedText } from "../files";
import { readScripts } from "../scripts";

/** Scripts of this folder, as files for a container. */
export const scripts = (...names: readonly string[]): readonly MountedText[] =>
    readScripts(__dirname, names, { executable: true });
