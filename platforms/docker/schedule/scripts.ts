import type { MountedText } from "../files";
import { readScripts } from "../scripts";

/** Where a container finds the scripts. */
export const scheduleFolder = "/schedule";

export const scheduleScripts: readonly MountedText[] = readScripts(__dirname, ["schedule.sh", "health.sh"]);
