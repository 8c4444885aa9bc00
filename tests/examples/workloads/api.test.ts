import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { end, endAll, start } from "./process";
import { type FakePostgres, postgres, redis } from "./servers";

const password = "p@ss/word";
const databaseUrl = (port: number, secret = password) =>
    `postgresql://voice:${encodeURIComponent(secret)}@127.0.0.1:${port}/voice`;

describe("the sample API", () => {
    let database: FakePostgres;
    let cache: Awaited<ReturnType<typeof redis>>;
    let folder: string;

    before(async () => {
        database = await postgres(password, ["16.9", "3"]);
        cache = await redis("s3cret");
        folder = mkdtempSync(join(tmpdir(), "workloads-"));
    });
    after(() => {
        database.close();
        cache.close();
        rmSync(folder, { recursive: true });
    });
    afterEach(endAll);

    it("says which environment it is, and that it needs no database", async () => {
        const api = await start("api", { ENVIRONMENT: "local", TIER: "sandbox" });
        const { environment, tier, database: reached } = JSON.parse((await api.get("/")).body);
        assert.deepEqual([environment, tier, reached], ["local", "sandbox", "none"]);
        assert.equal((await api.get("/health")).status, 200);
        assert.equal((await api.get("/nowhere")).status, 404);
    });

    it("reaches database and Redis by what its secret files say", async () => {
        const file = (name: string, content: string) => {
            writeFileSync(join(folder, name), `${content}\n`);
            return join(folder, name);
        };
        const api = await start("api", {
            DATABASE_URL_FILE: file("database-url", databaseUrl(database.port)),
            REDIS_URL_FILE: file("redis-url", `redis://:s3cret@127.0.0.1:${cache.port}/0`),
        });
        const { status, body } = await api.get("/health");
        assert.deepEqual(JSON.parse(body), { database: "PostgreSQL 16.9, schema 3", redis: "PONG" });
        assert.equal(status, 200);
    });

    it("is not healthy with a wrong password, and does not repeat it", async () => {
        const api = await start("api", {
            DATABASE_URL: databaseUrl(database.port, "guess"),
            REDIS_URL: `redis://:guess@127.0.0.1:${cache.port}/0`,
        });
        const { status, body } = await api.get("/health");
        assert.equal(status, 503);
        assert.match(body, /password authentication failed/);
        assert.match(body, /WRONGPASS/);
        assert.doesNotMatch(body, /guess/);
    });

    it("is not healthy on a schema older than its release", async () => {
        const old = await postgres(password, ["16.9", "1"]);
        const api = await start("api", { DATABASE_URL: databaseUrl(old.port) });
        const { status, body } = await api.get("/health");
        old.close();
        assert.equal(status, 503);
        assert.match(body, /run migrate/);
    });

    it("leaves on SIGTERM", async () => {
        const api = await start("api");
        api.leave();
        assert.equal(await api.ended, 0);
    });

    it("migrates in one transaction under a lock", async () => {
        const { code, output } = await end(["migrate"], { DATABASE_URL: databaseUrl(database.port) });
        assert.equal(code, 0, output);
        assert.match(database.queries.at(-1) ?? "", /^BEGIN;\nSELECT pg_advisory_xact_lock\(.*COMMIT$/s);
    });

    it("says that a migration failed by its exit code", async () => {
        const refused = await end(["migrate"], { DATABASE_URL: databaseUrl(database.port, "guess") });
        assert.deepEqual([refused.code, refused.output.includes("guess")], [1, false]);
        assert.equal((await end(["migrate"])).code, 1);
        assert.equal((await end(["nothing"])).code, 64);
    });
});
