import { query } from "./postgres.mjs";
import { schemaVersion, steps } from "./schema.mjs";
import { demanded, log } from "./settings.mjs";
import { task } from "./task.mjs";

/** Brings the schema up to this release, in one transaction and under a lock: twice at once or twice in a row is well. */
await task("The database could not be migrated", async () => {
    await query(
        demanded("DATABASE_URL"),
        [
            "BEGIN",
            "SELECT pg_advisory_xact_lock(20260101)",
            "CREATE TABLE IF NOT EXISTS workload_schema (version integer PRIMARY KEY)",
            ...steps,
            ...steps.map((_, step) => `INSERT INTO workload_schema VALUES (${step + 1}) ON CONFLICT DO NOTHING`),
            "COMMIT",
        ].join(";\n"),
    );
    log("migrated", { schema: schemaVersion });
});
