import { instancesOf } from "../defaults";
import { rule } from "./rule";

/** PostgreSQL's `superuser_reserved_connections`, and some for migrations, backups and people. */
const kept = { superuser: 3, spare: 10 };

export const poolArithmetic = rule({
    name: "pool-arithmetic",
    demands: "All instances of the API together open no more connections than the database takes",
    requirements: ["VFD-2", "VFD-3"],
    needs: ["tier", "api", "database"],
    *check(environment) {
        const { database } = environment;
        if (database.engine === "firestore" || database.engine === "none") return;
        const { pool } = database;
        if (pool.min > pool.max)
            yield {
                path: ["database", "pool", "min"],
                message: `${pool.min} is more than database.pool.max, which is ${pool.max}`,
                repair: `write at most ${pool.max}`,
            };
        if (database.engine !== "postgresql") return;
        const { max } = instancesOf(environment, "api");
        const free = database.maxConnections - kept.superuser - kept.spare;
        if (max * pool.max > free)
            yield {
                path: ["database", "pool", "max"],
                message: `${max} instances of the API with ${pool.max} connections each are ${max * pool.max}, and of ${database.maxConnections} connections ${free} are free (${kept.superuser} are the superuser's, ${kept.spare} spare)`,
                repair: `write at most ${Math.floor(free / max)}, or raise ringfence:database.maxConnections`,
            };
    },
});
