import { rule } from "./rule";

export const dumps = rule({
    name: "dumps",
    demands: "A PostgreSQL on a Docker host that is backed up says where its dumps go, outside the host",
    requirements: ["ORB-15"],
    needs: ["platform", "database", "dumps"],
    *check({ platform, database, dumps: described }) {
        if (platform !== "docker") {
            if (described !== undefined)
                yield {
                    path: ["dumps"],
                    message: `is for a Docker host, and this environment runs on ${platform}, which keeps backups itself`,
                    repair: "remove it; ringfence:database.backups says when and how many",
                };
            return;
        }
        const backed = database.engine === "postgresql" && database.backups.enabled;
        if (backed && described === undefined)
            yield {
                path: ["dumps"],
                message: "is missing: a backup beside the database goes with the database",
                repair: "write where dumps go, for example { target: { kind: path, path: /mnt/backups/staging } }, or false at ringfence:database.backups.enabled in a sandbox",
            };
        if (!backed && described !== undefined)
            yield {
                path: ["dumps"],
                message: "there is no PostgreSQL here that is backed up",
                repair: "remove it, or write true at ringfence:database.backups.enabled",
            };
    },
});
