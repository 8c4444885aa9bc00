import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { MountedText } from "../files";

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

export const scriptsFor = (purpose: keyof typeof served): MountedText[] =>
    served[purpose].map((name) => ({ name, content: readFileSync(join(__dirname, name), "utf8") }));
