import { strict as assert } from "node:assert";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { programsFolder, TestServer } from "../backup/server";
import { describeWith, until } from "../front/tools";
import { made, textsOf, variablesOf } from "../host";
import { seen } from "./series";
import { missing, program } from "./tools";
import { watched, withPostgres } from "./watched-host";

describe("what looks into PostgreSQL", () => {
    it("signs in as a role of its own, which a job makes after the server and before it", async () => {
        const resources = await watched({}, withPostgres);
        const { DATA_SOURCE_URI, DATA_SOURCE_USER, DATA_SOURCE_PASS_FILE } = variablesOf(
            made(resources, "watch-postgres-exporter"),
        );
        assert.equal(DATA_SOURCE_URI, "voice-dev-database:5432/voice?sslmode=disable");
        assert.deepEqual([DATA_SOURCE_USER, DATA_SOURCE_PASS_FILE], ["ringfence_monitoring", "/run/secrets/password"]);
        const job = made(resources, "watch-postgres-role-job");
        assert.deepEqual([job.inputs.restart, job.inputs.attach], ["no", true]);
        assert.equal(job.inputs.image, made(resources, "database-server").inputs.image);
    });

    it("is granted nothing, however often the job runs", async () => {
        const texts = textsOf(made(await watched({}, withPostgres), "watch-postgres-role-secrets-files"));
        const script = texts["/run/secrets/postgres-role.sql"] ?? assert.fail();
        assert.match(script, /WHERE NOT EXISTS/);
        assert.doesNotMatch(script, /^GRANT|SUPERUSER|CREATEDB|CREATEROLE/m);
        // The only statement with the password is the last: the ones that may fail stand in the log.
        assert.match(script.trimEnd().split("\n").at(-1) ?? "", /PASSWORD :'password';$/);
    });
});

const exporter = program("postgres_exporter");
const needed = [...missing("postgres_exporter"), ...(programsFolder === undefined ? ["postgres"] : [])];

describeWith(needed, "what looks into a real PostgreSQL", () => {
    const server = new TestServer(programsFolder ?? "");
    const database = server.database("CREATE TABLE people (name text)");
    const script = readFileSync("platforms/docker/monitoring/postgres-role.sql", "utf8");
    const port = 30000 + (process.pid % 20000);
    let running: ChildProcess | undefined;

    before(() => {
        // As an environment has it that was made when the role still read everything.
        server.sql(database, "CREATE ROLE ringfence_monitoring; GRANT pg_monitor TO ringfence_monitoring");
        const password = join(server.folder, "role-password");
        writeFileSync(password, "its-own", { mode: 0o644 });
        const own = script.replace("/run/secrets/role-password", password);
        for (const _again of [1, 2]) server.sql(database, own);
    });
    after(() => {
        running?.kill();
        server.stop();
    });

    const asRole = (statement: string) => {
        const environment = server.environment({ PGUSER: "ringfence_monitoring", PGPASSWORD: "its-own" });
        const args = ["-X", "-A", "-t", "-d", database, "-c", statement];
        const { status, stdout, stderr } = spawnSync("psql", args, { env: environment, encoding: "utf8" });
        return { status, said: `${stdout}${stderr}` };
    };

    it("reads neither a table nor what another session asks", () => {
        const asking = spawn("psql", ["-X", "-d", database, "-c", "SELECT 'ann@example.com', pg_sleep(20)"], {
            env: server.environment({ PGPASSWORD: server.password }),
            stdio: "ignore",
        });
        try {
            const begun = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(20)%'";
            for (let tries = 0; server.sql(database, begun) === "1" && tries < 200; tries += 1);
            const seen = asRole("SELECT query FROM pg_stat_activity WHERE usename = 'voice'");
            assert.match(seen.said, /insufficient privilege/);
            assert.doesNotMatch(seen.said, /example\.com/);
            assert.match(asRole("TABLE people").said, /permission denied/);
        } finally {
            asking.kill();
        }
    });

    it("tells all that alerts and the dashboard ask for, without a collector that fails", async () => {
        const { command } = made(await watched({}, withPostgres), "watch-postgres-exporter").inputs;
        const address = `host=${server.folder} port=${server.port} user=ringfence_monitoring password=its-own dbname=${database} sslmode=disable`;
        running = spawn(exporter ?? "", [...command, `--web.listen-address=127.0.0.1:${port}`], {
            env: { PATH: process.env.PATH, DATA_SOURCE_NAME: address },
            stdio: "ignore",
        });
        let told = "";
        await until("it tells its figures", async () => {
            told = await fetch(`http://127.0.0.1:${port}/metrics`).then(
                (answer) => answer.text(),
                () => "",
            );
            return told.includes("pg_up 1");
        });
        for (const name of seen["postgres-exporter"]) assert.match(told, new RegExp(`^${name}[ {]`, "m"), name);
        assert.deepEqual(told.match(/^pg_scrape_collector_success\{.*\} 0$/gm), null);
    });
});
