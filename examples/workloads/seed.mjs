import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { query } from "./postgres.mjs";
import { demanded, log, self } from "./settings.mjs";
import { literal } from "./sql.mjs";
import { task } from "./task.mjs";

/** Loads the newest anonymised dump instead of what an earlier one has left. */
await task("The dump could not be loaded", async () => {
    if (self.tier === "production") {
        throw new Error("this is production, which is never seeded");
    }
    const folder = demanded("DUMP_DIRECTORY");
    const newest = readdirSync(folder)
        .filter((name) => name.endsWith(".json"))
        .sort()
        .at(-1);
    if (newest === undefined) {
        log("nothing to load");
        return;
    }
    const { calls, customers } = JSON.parse(readFileSync(join(folder, newest), "utf8"));
    const statements = [
        "TRUNCATE workload_calls, workload_customers",
        ...calls.map(
            ([began, ended]) =>
                `INSERT INTO workload_calls (began, ended) VALUES (${literal(began)}, ${literal(ended)})`,
        ),
        ...customers.map((id) => `INSERT INTO workload_customers VALUES (${literal(id)}, '{}')`),
    ];
    await query(demanded("DATABASE_URL"), ["BEGIN", ...statements, "COMMIT"].join(";\n"));
    log("seeded", { calls: calls.length, customers: customers.length, dump: newest });
});
