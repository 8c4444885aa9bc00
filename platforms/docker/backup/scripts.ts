import type { MountedText } from "../files";
import { readScripts } from "../scripts";

/** Where a container finds the scripts: `docker exec CONTAINER sh /backup/prove-restore.sh`. */
export const scriptsFolder = "/backup";

/** What runs in PostgreSQL's image, and what in rclone's. */
const served = {
    database: [
        "common.sh",
        "back-up.sh",
        "back-up.sql",
        "contents.sql",
        "retain.sh",
        "schedule.sh",
        "health.sh",
        "prove-restore.sh",
        "restore.sh",
    ],
    shipping: ["common.sh", "ship.sh", "bring-back.sh"],
} as const;

export const scriptsFor = (purpose: keyof typeof served): readonly MountedText[] =>
    readScripts(__dirname, served[purpose]);
