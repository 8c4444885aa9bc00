import { readFileSync } from "node:fs";
import { query } from "./postgres.mjs";
import { demanded, log } from "./settings.mjs";
import { literal } from "./sql.mjs";
import { task } from "./task.mjs";

/** Adds or updates the customers of a CSV file with a header, by their `id`. */
await task("The customers could not be loaded", async () => {
    const [header = [], ...rows] = read(readFileSync(demanded("CUSTOMERS_FILE"), "utf8"));
    if (!header.includes("id")) {
        throw new Error("the file's header has no `id`");
    }
    const customers = rows.map((row) => Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""])));
    const statements = customers.map(
        ({ id, ...details }) =>
            `INSERT INTO workload_customers VALUES (${literal(id)}, ${literal(JSON.stringify(details))})
            ON CONFLICT (id) DO UPDATE SET details = excluded.details`,
    );
    await query(demanded("DATABASE_URL"), ["BEGIN", ...statements, "COMMIT"].join(";\n"));
    log("loaded", { customers: customers.length });
});

/** Rows of fields, without quotes: https://www.rfc-editor.org/rfc/rfc4180 has more, the sample file has none. */
function read(text) {
    const lines = text.split(/\r?\n/).filter((line) => line !== "");
    if (lines.some((line) => line.includes('"'))) {
        throw new Error("quoted fields are not understood");
    }
    return lines.map((line) => line.split(","));
}
