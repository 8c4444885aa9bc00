import * as assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onRealServer, theServer } from "./server";

onRealServer("restoring a backup", () => {
    const environment = (database: string, directory: string) => ({
        PGDATABASE: database,
        BACKUP_DIRECTORY: directory,
        BACKUP_STATE: join(directory, ".state"),
    });
    async function backedUp(statements: string) {
        const server = theServer();
        const database = server.database(statements);
        const directory = server.directory();
        assert.equal((await server.run("back-up.sh", environment(database, directory))).code, 0);
        return {
            server,
            database,
            directory,
            restore: () => server.run("restore.sh", environment(database, directory)),
        };
    }
    const owner = (table: string) => `SELECT tableowner FROM pg_tables WHERE tablename = '${table}'`;

    it("ORB-15 makes a new database beside, and says the two statements that put it in place", async () => {
        const { server, database, restore } = await backedUp(
            "CREATE ROLE keeper; CREATE TABLE leads AS SELECT generate_series(1, 40) AS id; ALTER TABLE leads OWNER TO keeper;",
        );
        server.sql(database, "DELETE FROM leads WHERE id > 10");
        const { code, out, err } = await restore();
        assert.deepEqual([code, err], [0, ""], out);
        const [, beside = ""] = /^restored: 1 tables, 40 rows, in \d+ s, into the new database (\S+)$/m.exec(out) ?? [];
        assert.match(beside, new RegExp(`^${database}_restored_\\d{8}_\\d{6}$`));
        assert.equal(server.sql(database, "SELECT count(*) FROM leads"), "10");
        const statements = out.match(/^ {2}ALTER DATABASE .*;$/gm) ?? [];
        assert.equal(statements.length, 2);
        for (const statement of statements) server.sql("postgres", statement);
        assert.equal(server.sql(database, "SELECT count(*) FROM leads"), "40");
        assert.equal(server.sql(database, owner("leads")), "keeper");
    });

    it("restores on a server that lacks the roles of then, and says what is left out", async () => {
        const { server, database, restore } = await backedUp(
            "CREATE ROLE leaver; CREATE TABLE leads (id int); GRANT SELECT ON leads TO leaver;",
        );
        server.sql(database, "DROP OWNED BY leaver");
        server.sql("postgres", "DROP ROLE leaver");
        const { code, out } = await restore();
        assert.equal(code, 0);
        assert.match(out, /^note: this server lacks the roles leaver, so everything belongs to the user/m);
        const [, beside = ""] = /into the new database (\S+)$/m.exec(out) ?? [];
        assert.equal(server.sql(beside, owner("leads")), "voice");
    });

    it("makes nothing of a backup that is damaged", async () => {
        const { server, database, directory } = await backedUp("");
        const name = server.backup(directory, database, "20200101T030000Z", "other");
        writeFileSync(join(directory, name, "dump"), "another");
        const count = "SELECT count(*) FROM pg_database";
        const before = server.sql("postgres", count);
        const { code, err } = await server.run("restore.sh", environment(database, directory), name);
        assert.equal(code, 1);
        assert.match(err, /^WRONG checksum/);
        assert.equal(server.sql("postgres", count), before);
    });

    it("says what is left of one that does not restore, and drops nothing itself", async () => {
        const { server, database, directory } = await backedUp("");
        const name = server.backup(directory, database, "20200101T030000Z", "no dump at all");
        const { code, err } = await server.run("restore.sh", environment(database, directory), name);
        assert.equal(code, 1);
        assert.match(err, /^not restored: pg_restore: pg_restore: error: /);
        const [, statement = ""] = /^What there is of it can go: (DROP DATABASE "\S+";)$/m.exec(err) ?? [];
        server.sql("postgres", statement);
    });
});
