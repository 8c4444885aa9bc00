import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MountedText } from "../files";

/** Where a container finds the scripts. */
export const scheduleFolder = "/schedule";

export const scheduleScripts: readonly MountedText[] = ["schedule.sh", "health.sh"].map((name) => ({
    name,
    content: readFileSync(join(__dirname, name), "utf8"),
}));
