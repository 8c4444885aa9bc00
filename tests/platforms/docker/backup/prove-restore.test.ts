import * as assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onRealServer, seen, theServer, until } from "./server";

onRealServer("proving that a backup restores", () => {
    let database: string;
    let directory: string;
    let name: string;
    let vector: boolean;
    const environment = (more: Readonly<Record<string, string>> = {}) => ({
        PGDATABASE: database,
        BACKUP_DIRECTORY: directory,
        BACKUP_STATE: join(directory, ".state"),
        ...more,
    });
    const prove = (more?: Readonly<Record<string, string>>, ...args: readonly string[]) =>
        theServer().run("prove-restore.sh", environment(more), ...args);
    const manifest = () => join(directory, name, "manifest");
    /** Folders that only a proof makes. */
    const leftOver = () => readdirSync(theServer().folder).filter((each) => each.startsWith("proof."));

    before(async () => {
        const server = theServer();
        vector = server.sql("postgres", "SELECT count(*) FROM pg_available_extensions WHERE name = 'vector'") === "1";
        database = server.database(`
            CREATE ROLE "app owner";
            CREATE ROLE reader;
            CREATE EXTENSION citext;
            ${vector ? "CREATE EXTENSION vector; CREATE TABLE embeddings AS SELECT '[1,2,3]'::vector AS v;" : ""}
            CREATE SCHEMA app AUTHORIZATION "app owner";
            CREATE TABLE app.leads (id int PRIMARY KEY, mail citext UNIQUE, notes text);
            INSERT INTO app.leads SELECT i, 'lead' || i || '@example.com', repeat('note ', 50) FROM generate_series(1, 250) i;
            ALTER TABLE app.leads OWNER TO "app owner";
            ALTER TABLE app.leads ENABLE ROW LEVEL SECURITY;
            CREATE POLICY own ON app.leads TO reader USING (id < 10);
            GRANT SELECT ON app.leads TO reader;
            CREATE TABLE turns (at date NOT NULL, n int) PARTITION BY RANGE (at);
            CREATE TABLE turns_2026 PARTITION OF turns FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            INSERT INTO turns VALUES ('2026-11-21', 1), ('2026-11-22', 2);
            CREATE SEQUENCE numbers;
            CREATE VIEW recent AS SELECT * FROM turns;
        `);
        directory = server.directory();
        const outcome = await server.run("back-up.sh", environment());
        assert.equal(outcome.code, 0, outcome.err);
        name = seen(directory)[0] ?? "";
    });
    afterEach(() => assert.deepEqual(leftOver(), []));

    it("ORB-15 restores it into a server of its own and finds everything, without the real server", async () => {
        const { code, out, err } = await prove({ PGHOST: "/nowhere", BACKUP_PASSWORD_FILE: "/nowhere" });
        assert.deepEqual([code, err], [0, ""], out);
        const rows = vector ? "3 tables, 253 rows" : "2 tables, 252 rows";
        for (const line of [
            `^backup ${name} of \\d{4}-.*Z, PostgreSQL \\d+`,
            "^right checksum of \\d+ bytes$",
            "^right server of its own: PostgreSQL \\d+.*, no network$",
            "^right pg_restore: no error$",
            "^right extension citext: ",
            ...(vector ? ["^right extension vector: ", "^right table public\\.embeddings: 1 rows$"] : []),
            "^right table app\\.leads: 250 rows$",
            "^right table public\\.turns_2026: 2 rows$",
            "^right count sequences: 1$",
            "^right count views: 1$",
            "^right count constraints: \\d+$",
            `^restored: ${rows}, in \\d+ s\n$`,
        ])
            assert.match(out, new RegExp(line, "m"));
        assert.doesNotMatch(out, /WRONG/);
    });

    it("takes the newest whole one, or the one that is named", async () => {
        const older = theServer().backup(directory, database, "20200101T030000Z", "no dump");
        const outcome = await prove({}, older);
        assert.equal(outcome.code, 1);
        assert.match(outcome.out, new RegExp(`^backup ${older} of 2020-01-01T03:00:00Z`));
        const { code, err } = await prove({}, "voice-20190101T030000Z");
        assert.deepEqual(
            [code, err],
            [1, `no backup voice-20190101T030000Z in ${directory}; there are:\n${older}\n${name}\n`],
        );
    });

    it("says that there is none", async () => {
        const empty = theServer().directory();
        const { code, err } = await prove({ BACKUP_DIRECTORY: empty });
        assert.deepEqual([code, err], [1, `no backup of ${database} in ${empty}\n`]);
    });

    it("fails on a dump that has been damaged", async () => {
        const dump = join(directory, name, "dump");
        const good = readFileSync(dump);
        const bad = Buffer.from(good);
        bad[bad.length >> 1] = (bad[bad.length >> 1] ?? 0) ^ 0xff;
        writeFileSync(dump, bad);
        const { code, err } = await prove();
        writeFileSync(dump, good);
        assert.equal(code, 1);
        assert.match(err, /^WRONG checksum: the dump is not the one that was taken/);
    });

    /** With a passage of the manifest changed, as if the dump held something else than it says. */
    const against = async (from: RegExp, to: string) => {
        const good = readFileSync(manifest(), "utf8");
        assert.match(good, from);
        writeFileSync(manifest(), good.replace(from, to));
        const outcome = await prove();
        writeFileSync(manifest(), good);
        assert.equal(outcome.code, 1, outcome.out);
        assert.match(outcome.out, new RegExp(`^not restored: ${name}$`, "m"));
        return outcome.out;
    };

    it("fails where rows, tables, extensions or keys are missing, and names them", async () => {
        const out = await against(
            /^extension\tcitext.*([\s\S]*)^table\tapp\.leads\t250$/m,
            "extension\tpostgis\t3.4\ncount\ttriggers\t2\ntable\tpublic.gone\t7$1table\tapp.leads\t251",
        );
        assert.match(out, /^WRONG extension postgis: missing$/m);
        assert.match(out, /^WRONG extension citext: not in the backup$/m);
        assert.match(out, /^WRONG table public\.gone: missing$/m);
        assert.match(out, /^WRONG table app\.leads: 251 rows in the backup, 250 restored$/m);
    });

    it("fails on the first error of pg_restore, and says it", async () => {
        const out = await against(/^role\treader\n/m, "");
        assert.match(out, /^WRONG pg_restore: pg_restore: error: .*role "reader" does not exist/m);
    });

    it("leaves no server and no folder when it is stopped in its midst", async () => {
        const slow = theServer().standIn("pg_restore", `echo $PGHOST >${directory}/.began; exec sleep 60`);
        const running = theServer().start("prove-restore.sh", environment(slow));
        const ended = new Promise((done) => running.on("exit", done));
        const began = join(directory, ".began");
        await until("it restores", () => existsSync(began) && readFileSync(began, "utf8").endsWith("\n"));
        const folder = readFileSync(began, "utf8").trim();
        assert.ok(readdirSync(folder).some((each) => each.startsWith(".s.PGSQL")));
        running.kill("SIGTERM");
        assert.equal(await ended, 143);
        assert.equal(existsSync(folder), false);
    });

    it("says that there is too little room", async () => {
        const good = readFileSync(manifest(), "utf8");
        writeFileSync(manifest(), good.replace(/^database-size\t.*$/m, "database-size\t999999999999999"));
        const { code, err } = await prove();
        writeFileSync(manifest(), good);
        assert.equal(code, 1);
        assert.match(err, /is short of space: \d+ MiB free, \d+ MiB needed\n$/);
    });
});
