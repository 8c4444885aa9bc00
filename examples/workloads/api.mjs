import { query } from "./postgres.mjs";
import { ping } from "./redis.mjs";
import { schemaVersion } from "./schema.mjs";
import { json, serve } from "./serve.mjs";
import { self, setting } from "./settings.mjs";

/** The voice API: says which environment it is, and what it reaches. */
async function reached() {
    const [database, redis] = await Promise.all([
        attempt("DATABASE_URL", async (url) => {
            const [[server, version]] = await query(
                url,
                "SELECT split_part(version(), ' ', 2), (SELECT max(version) FROM workload_schema)",
            );
            if (Number(version) < schemaVersion) {
                throw new Error(`its schema is at ${version}, this release needs ${schemaVersion}: run migrate`);
            }
            return `PostgreSQL ${server}, schema ${version}`;
        }),
        attempt("REDIS_URL", ping),
    ]);
    return { isWell: database.ok && redis.ok, database: database.says, redis: redis.says };
}

async function attempt(name, reach) {
    const url = setting(name);
    if (url === undefined) {
        return { ok: true, says: "none" };
    }
    try {
        return { ok: true, says: await reach(url) };
    } catch (error) {
        return { ok: false, says: `not reached: ${error.message || error.code}` };
    }
}

serve("api", 3000, {
    "/": async () => {
        const { database, redis } = await reached();
        return json(200, { service: "api", ...self, database, redis });
    },
    "/health": async () => {
        const { isWell, ...rest } = await reached();
        return json(isWell ? 200 : 503, rest);
    },
});
