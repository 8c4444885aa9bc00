import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { end } from "./process";
import { type FakePostgres, postgres } from "./servers";

const password = "secret";

describe("the sample application's data", () => {
    let database: FakePostgres;
    let folder: string;
    let url: string;
    before(async () => {
        // Of a call it is begin and end, of a customer the identifier.
        database = await postgres(password, ["customer-1", "2026-11-21"]);
        url = `postgresql://voice:${password}@127.0.0.1:${database.port}/voice`;
        folder = mkdtempSync(join(tmpdir(), "workloads-"));
    });
    after(() => {
        database.close();
        rmSync(folder, { recursive: true });
    });
    const run = (task: string, more: Readonly<Record<string, string>>) => end([task], { DATABASE_URL: url, ...more });

    it("MVA-2 takes in mock customers by their identifier, again and again", async () => {
        const file = join(folder, "customers.csv");
        writeFileSync(file, "id,name\nmock-1,O'Hara\nmock-2,Ben\n");
        const { code, output } = await run("load-customers", { CUSTOMERS_FILE: file });
        assert.equal(code, 0, output);
        const asked = database.queries.at(-1) ?? "";
        assert.match(asked, /^BEGIN;\n.*'mock-1', '\{"name":"O''Hara"\}'.*ON CONFLICT \(id\).*COMMIT$/s);
        writeFileSync(file, "name\nAda\n");
        const refused = await run("load-customers", { CUSTOMERS_FILE: file });
        assert.equal(refused.code, 1);
        assert.match(refused.output, /header has no `id`/);
    });

    it("ORA-7 leaves production as a whole dump under a name of its own, with nothing that tells of a person", async () => {
        const dumps = join(folder, "out");
        mkdirSync(dumps);
        for (let time = 0; time < 2; time += 1) {
            const { code, output } = await run("export-anonymised", { DUMP_URL: `file://${dumps}` });
            assert.equal(code, 0, output);
        }
        const names = readdirSync(dumps);
        assert.equal(names.length, 2);
        for (const name of names) {
            assert.match(name, /^2\d{3}-.*\.json$/);
            const { customers } = JSON.parse(readFileSync(join(dumps, name), "utf8"));
            assert.equal(customers.length, 1);
            assert.match(customers[0], /^[0-9a-f]{16}$/);
        }
        const [first, second] = names.map((name) => JSON.parse(readFileSync(join(dumps, name), "utf8")).customers[0]);
        assert.notEqual(first, second, "nobody can lead one dump's customers back by another's");
    });

    it("ORA-7 comes to pre-production from the newest dump, and never to production", async () => {
        const dumps = join(folder, "in");
        mkdirSync(dumps);
        const nothing = await run("seed", { DUMP_DIRECTORY: dumps });
        assert.equal(nothing.code, 0);
        assert.match(nothing.output, /nothing to load/);
        const dump = (name: string, customer: string) =>
            writeFileSync(join(dumps, name), JSON.stringify({ calls: [["2026-11-21", null]], customers: [customer] }));
        dump("2026-11-20.json", "older");
        dump("2026-11-21.json", "newer");
        dump(".2026-11-22", "unfinished");
        const { code, output } = await run("seed", { DUMP_DIRECTORY: dumps });
        assert.equal(code, 0, output);
        const asked = database.queries.at(-1) ?? "";
        assert.match(asked, /^BEGIN;\nTRUNCATE .*\('2026-11-21', NULL\).*'newer'.*COMMIT$/s);
        assert.doesNotMatch(asked, /older|unfinished/);
        const refused = await run("seed", { DUMP_DIRECTORY: dumps, TIER: "production" });
        assert.equal(refused.code, 1);
        assert.match(refused.output, /this is production/);
    });
});
