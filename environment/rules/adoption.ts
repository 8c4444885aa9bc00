import { rule } from "./rule";

/** Roles that belong to Cloud SQL: https://cloud.google.com/sql/docs/postgres/users#default-users */
const administrators = /^(postgres|cloudsql\w*)$/;
/** Databases of the server's own. */
const templates = /^(postgres|template[01]|cloudsqladmin)$/;

export const adoption = rule({
    name: "adoption",
    demands: "What is adopted is first taken over as it is, by a user and a database that are the application's own",
    requirements: ["ORA-2"],
    needs: ["platform", "database", "redis"],
    *check({ platform, database, redis }) {
        for (const [concern, described] of Object.entries({ database, redis }))
            if (
                platform !== "docker" &&
                described !== undefined &&
                "existing" in described &&
                described.existing !== undefined
            )
                yield {
                    path: [concern as "database" | "redis", "existing"],
                    message: "is about a volume of a Docker host",
                    repair: "remove it; `adopt` takes over a server of Google Cloud's",
                };
        if (database.engine !== "postgresql" || database.adopt === undefined) return;
        const { align, user, database: adopted } = database.adopt;
        if (!align && database.replicas > 0)
            yield {
                path: ["database", "replicas"],
                message:
                    "a replica needs the backups and parameters of this file, and the adopted server has its own yet",
                repair: "leave replicas out until `adopt.align` is true",
            };
        if (administrators.test(user))
            yield {
                path: ["database", "adopt", "user"],
                message: `"${user}" administers the server: its password would change, and every service could do anything`,
                repair: "make a user that owns the database, and name that one",
            };
        if (templates.test(adopted))
            yield {
                path: ["database", "adopt", "database"],
                message: `"${adopted}" is a database of the server's own`,
                repair: "name the one with the application's data",
            };
    },
});
