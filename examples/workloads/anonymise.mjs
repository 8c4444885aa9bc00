import { createHash, randomBytes } from "node:crypto";
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { query } from "./postgres.mjs";
import { demanded, log, setting } from "./settings.mjs";
import { task } from "./task.mjs";

/**
 * Writes what seeding needs of the data, and nothing that tells of a person: calls by their times, customers by a number
 * that nobody can lead back, since what it is made with is thrown away. The folder lets nobody list it, and a dump
 * gets its name when it is whole.
 */
await task("The anonymised dump could not be written", async () => {
    const url = setting("DATABASE_REPLICA_URLS")?.split(",")[0] ?? demanded("DATABASE_URL");
    const calls = await query(url, "SELECT began, ended FROM workload_calls ORDER BY id");
    const customers = await query(url, "SELECT id FROM workload_customers ORDER BY id");
    const forgotten = randomBytes(32);
    const nobody = (id) => createHash("sha256").update(forgotten).update(id).digest("hex").slice(0, 16);
    const dump = { calls, customers: customers.map(([id]) => nobody(id)) };

    const folder = fileURLToPath(demanded("DUMP_URL"));
    const name = new Date().toISOString().replaceAll(/[:.]/g, "-");
    const unfinished = join(folder, `.${name}-${randomBytes(4).toString("hex")}`);
    writeFileSync(unfinished, JSON.stringify(dump), { flag: "wx", mode: 0o644 });
    renameSync(unfinished, join(folder, `${name}.json`));
    log("anonymised", { calls: calls.length, customers: customers.length, dump: `${name}.json` });
});
