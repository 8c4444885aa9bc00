import * as assert from "node:assert/strict";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hoursAgo, onRealServer, seen, theServer, until } from "./server";

onRealServer("a backup a day", () => {
    let directory: string;
    let state: string;
    beforeEach(() => {
        directory = theServer().directory();
        state = theServer().directory();
    });
    const environment = () => ({ PGDATABASE: "postgres", BACKUP_DIRECTORY: directory, BACKUP_STATE: state });

    /** Starts the schedule, waits until it says something, ends it by TERM. */
    async function scheduled(more: Readonly<Record<string, string>>, said: RegExp) {
        const running = theServer().start("schedule.sh", { ...environment(), ...more });
        let out = "";
        running.stdout.on("data", (text) => {
            out += text;
        });
        const ended = new Promise((done) => running.on("exit", (code, signal) => done(code ?? signal)));
        await until(`it says ${said}`, () => said.test(out));
        const told = Date.now();
        running.kill("SIGTERM");
        assert.equal(await ended, 0);
        assert.ok(Date.now() - told < 3000, "TERM ends it at once");
        return out;
    }

    it("ORB-15 takes the first one at once, then waits for its hour", async () => {
        const out = await scheduled({ BACKUP_AT: "03:00" }, /next backup at/);
        assert.match(out, /^backup postgres-\S+: .*\nnext backup at 03:00 UTC\n$/);
        assert.equal(seen(directory).length, 1);
    });

    it("catches up on one that was missed", async () => {
        theServer().backup(directory, "postgres", hoursAgo(25));
        await scheduled({}, /next backup at/);
        assert.equal(seen(directory).length, 2);
    });

    it("takes none at a start within the day", async () => {
        theServer().backup(directory, "postgres", hoursAgo(23));
        assert.equal(await scheduled({ BACKUP_AT: "08:09" }, /next backup at/), "next backup at 08:09 UTC\n");
        assert.equal(seen(directory).length, 1);
    });

    it("tries again after one that failed", async () => {
        const out = await scheduled({ BACKUP_RETRY: "0", PGHOST: "/nowhere" }, /(next try in 0 s\n){2}/);
        assert.match(out, /^(next try in 0 s\n)+$/);
    });

    it("ends the backup that runs with it", async () => {
        const slow = theServer().standIn("pg_dump", "exec sleep 60");
        const running = theServer().start("schedule.sh", { ...environment(), ...slow });
        const ended = new Promise((done) => running.on("exit", done));
        await until("the lock is there", () => readdirSync(directory).some((name) => name.startsWith(".unfinished")));
        running.kill("SIGTERM");
        assert.equal(await ended, 0);
        assert.deepEqual(readdirSync(directory), [".lock"]);
    });

    it("refuses what is no time of day", async () => {
        for (const at of ["24:00", "3:00", "03:60", "noon"])
            assert.deepEqual(await theServer().run("schedule.sh", { ...environment(), BACKUP_AT: at }), {
                code: 1,
                out: "",
                err: `BACKUP_AT is no time of day: ${at}\n`,
            });
    });

    describe("is healthy", () => {
        const health = () => theServer().run("health.sh", environment());
        const started = (hours: number) =>
            writeFileSync(join(state, "started"), `${Math.floor(Date.now() / 1000) - hours * 3600}\n`);
        const failed = () =>
            writeFileSync(join(state, "status"), "failed\t2026-11-21T03:00:00Z\tthe target is short of space\n");

        it("while the newest is younger than 26 hours, and tells of a try that failed", async () => {
            const name = theServer().backup(directory, "postgres", hoursAgo(25));
            assert.deepEqual(await health(), { code: 0, out: `newest backup ${name}, 25 h old\n`, err: "" });
            failed();
            const { code, out } = await health();
            assert.deepEqual([code, out.includes("; the last try failed: the target is short of space")], [0, true]);
        });

        it("while the first, or one that was missed, is being taken", async () => {
            started(1);
            assert.deepEqual(await health(), { code: 0, out: "no backup yet\n", err: "" });
            theServer().backup(directory, "postgres", hoursAgo(72));
            assert.equal((await health()).code, 0);
            started(3);
            assert.equal((await health()).code, 1);
        });

        it("and not when the newest is older, or the first one failed", async () => {
            started(0);
            failed();
            assert.deepEqual(await health(), {
                code: 1,
                out: "no backup yet; the last try failed: the target is short of space\n",
                err: "",
            });
            started(30);
            const name = theServer().backup(directory, "postgres", hoursAgo(27));
            assert.match((await health()).out, new RegExp(`^newest backup ${name}, 27 h old; the last try failed`));
        });
    });
});
