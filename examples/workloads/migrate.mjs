import { query } from "./postgres.mjs";
import { schemaVersion, steps } from "./schema.mjs";
import { log, setting } from "./settings.mjs";

/** Brings the schema up to this release, in one transaction and under a lock: twice at once or twice in a row is well. */
const url = setting("DATABASE_URL");
if (url === undefined) {
    console.error("DATABASE_URL or DATABASE_URL_FILE must say where the database is.");
    process.exit(1);
}
try {
    await query(
        url,
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
} catch (error) {
    console.error(`The database could not be migrated: ${error.message || error.code}`);
    process.exitCode = 1;
}
