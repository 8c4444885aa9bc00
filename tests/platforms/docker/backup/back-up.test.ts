import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Outcome, onRealServer, seen, theServer, unfinished, until } from "./server";

onRealServer("taking a backup", () => {
    let database: string;
    let directory: string;
    let state: string;
    const environment = (more: Readonly<Record<string, string>> = {}) => ({
        PGDATABASE: database,
        BACKUP_DIRECTORY: directory,
        BACKUP_STATE: state,
        ...more,
    });
    const backUp = (more?: Readonly<Record<string, string>>): Promise<Outcome> =>
        theServer().run("back-up.sh", environment(more));
    const status = (): string => readFileSync(join(state, "status"), "utf8");

    before(() => {
        database = theServer().database(
            'CREATE TABLE calls AS SELECT generate_series(1, 300) AS id; CREATE TABLE "Odd name\'s" (a int PRIMARY KEY);',
        );
    });
    beforeEach(() => {
        directory = theServer().directory();
        state = theServer().directory();
    });

    it("ORB-15 dumps and counts in one snapshot while others write, and says what it holds", async () => {
        const server = theServer();
        const insert = `psql -X -q -d ${database} -c 'INSERT INTO calls SELECT generate_series(1, 500)' && exec "$real" "$@"`;
        const outcome = await backUp(server.standIn("pg_dump", insert));
        assert.deepEqual([outcome.code, outcome.err], [0, ""]);
        assert.equal(server.sql(database, "SELECT count(*) FROM calls"), "800");
        const [name = ""] = seen(directory);
        assert.match(name, /^voice\d+-\d{8}T\d{6}Z$/);
        const folder = join(directory, name);
        const rows = execFileSync(
            join(server.programs, "pg_restore"),
            ["--data-only", "-t", "calls", "-f", "-", join(folder, "dump")],
            { encoding: "utf8" },
        ).match(/^\d+$/gm);
        assert.equal(rows?.length, 300);
        const manifest = readFileSync(join(folder, "manifest"), "utf8");
        assert.match(manifest, /^table\tpublic\.calls\t300$/m);
        assert.match(manifest, /^table\tpublic\."Odd name's"\t0$/m);
        assert.match(manifest, /^count\tconstraints\t[12]$/m);
        assert.match(manifest, /^extension\tplpgsql\t/m);
        assert.match(manifest, /^role\tvoice$/m);
        assert.match(manifest, /^server\t\d+/m);
        assert.match(manifest, /^sha256\t[0-9a-f]{64}$/m);
        assert.match(manifest, new RegExp(`^size\t${statSync(join(folder, "dump")).size}$`, "m"));
        assert.match(outcome.out, new RegExp(`^backup ${name}: \\d+ bytes, 2 tables, in \\d+ s\n$`));
        assert.match(status(), new RegExp(`^taken\t.*\t${name}\n$`));
        assert.equal(statSync(join(folder, "dump")).mode & 0o077, 0);
    });

    it("hands the password over in no argument and no variable, and leaves no file with it", async () => {
        const look =
            'cat /proc/self/environ /proc/$PPID/cmdline /proc/$$/cmdline > "$unfinished/../seen"; exec "$real" "$@"';
        assert.equal((await backUp(theServer().standIn("pg_dump", look))).code, 0);
        const told = readFileSync(join(directory, "seen"), "utf8");
        assert.match(told, /PGPASSFILE/);
        assert.doesNotMatch(told, /secret/);
        const [passFile = ""] = /(?<=PGPASSFILE=)[^\0]+/.exec(told) ?? [];
        assert.equal(existsSync(passFile), false);
    });

    it("says that the password is wrong", async () => {
        const wrong = join(directory, "wrong");
        writeFileSync(wrong, "guessed");
        chmodSync(wrong, 0o644);
        const outcome = await backUp({ BACKUP_PASSWORD_FILE: wrong });
        assert.equal(outcome.code, 1);
        assert.match(outcome.err, /^backup of voice\d+ failed: .*password authentication failed for user "voice"\n$/);
        assert.match(status(), /^failed\t.*password authentication failed/);
        assert.deepEqual([seen(directory), unfinished(directory)], [["wrong"], []]);
    });

    it("says which file of a password it cannot read", async () => {
        const { code, err } = await backUp({ BACKUP_PASSWORD_FILE: "/run/secrets/none" });
        assert.deepEqual([code, err.includes("cannot read the password's file /run/secrets/none")], [1, true]);
    });

    it("keeps nothing of a dump that fails, and deletes no old one then", async () => {
        const old = ["20200101T030000Z", "20200102T030000Z"].map((time) =>
            theServer().backup(directory, database, time),
        );
        const broken = 'echo half > "$unfinished/dump"; echo "pg_dump: error: disk on fire" >&2; exit 1';
        const outcome = await backUp({ ...theServer().standIn("pg_dump", broken), BACKUP_KEEP: "1" });
        assert.deepEqual(
            [outcome.code, outcome.err],
            [1, `backup of ${database} failed: pg_dump: error: disk on fire\n`],
        );
        assert.deepEqual([seen(directory), unfinished(directory)], [old, []]);
    });

    it("keeps nothing of a dump that is cut short without a word", async () => {
        const cut = '"$real" "$@" && truncate -s 200 "$unfinished/dump"';
        const outcome = await backUp(theServer().standIn("pg_dump", cut));
        assert.deepEqual([outcome.code, seen(directory)], [1, []]);
        assert.match(outcome.err, /pg_restore: error: /);
    });

    const slow = 'echo half > "$unfinished/dump"; echo $$ > "$unfinished/../slow"; exec sleep 60';
    const begun = () => until("pg_dump runs", () => existsSync(join(directory, "slow")));
    const slowIsGone = () => {
        try {
            process.kill(Number(readFileSync(join(directory, "slow"), "utf8")), 0);
            return false;
        } catch {
            return true;
        }
    };

    it("ends on TERM at once, with its dump, and leaves nothing", async () => {
        const running = theServer().start("back-up.sh", environment(theServer().standIn("pg_dump", slow)));
        const ended = new Promise((done) => running.on("exit", done));
        await begun();
        running.kill("SIGTERM");
        assert.equal(await ended, 143);
        await until("pg_dump is gone", slowIsGone);
        assert.deepEqual([seen(directory), unfinished(directory)], [["slow"], []]);
        assert.match(status(), /^failed\t.*\tstopped before its end$/m);
    });

    it("is never taken for a backup if it was killed, and is cleared away by the next", async () => {
        const left = join(directory, `.unfinished-${database}-20200101T030000Z`);
        execFileSync("mkdir", ["-m", "777", left]);
        writeFileSync(join(left, "manifest"), "");
        assert.equal((await backUp()).code, 0);
        assert.deepEqual([seen(directory).length, unfinished(directory)], [1, []]);
    });

    it("never runs twice at once", async () => {
        const running = theServer().start("back-up.sh", environment(theServer().standIn("pg_dump", slow)));
        const ended = new Promise((done) => running.on("exit", done));
        await begun();
        const second = await backUp();
        assert.deepEqual([second.code, second.err.startsWith(`another backup of ${database} is running`)], [75, true]);
        running.kill("SIGTERM");
        await ended;
    });

    it("takes none where there is too little room", async () => {
        const { code, err } = await backUp({ BACKUP_MINIMUM_FREE: "999999999" });
        assert.equal(code, 1);
        assert.match(err, /the target is short of space: \d+ MiB free, \d+ MiB needed\n$/);
        assert.deepEqual(readdirSync(directory), [".lock"]);
    });

    it("takes none into this host's own disk where a share should be mounted", async () => {
        const mounts = join(directory, "mounts");
        const line = (type: string) => `36 35 98:0 /export ${directory} rw,noatime shared:1 - ${type} nas:/export rw\n`;
        const on = async (text: string) => {
            writeFileSync(mounts, text);
            return await backUp({ BACKUP_FILE_SYSTEM: "network", BACKUP_MOUNTS: mounts });
        };
        for (const [text, found] of [
            ["", "nothing mounted"],
            [line("ext4"), "ext4"],
            [line("nfs4") + line("xfs"), "xfs"],
        ] as const)
            assert.deepEqual(await on(text), {
                code: 1,
                out: "",
                err: `backup of ${database} failed: ${directory} is no network file system (${found}): the share is not mounted on the host\n`,
            });
        assert.equal((await on(line("nfs4"))).code, 0);
    });

    it("says who must own a target that it cannot write into", async () => {
        execFileSync("chmod", ["0555", directory]);
        const { code, err } = await backUp();
        assert.equal(code, 1);
        assert.match(err, /cannot write into the target: .*Permission denied; the folder must belong to user \d+\n$/);
    });
});
