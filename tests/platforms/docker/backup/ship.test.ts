import * as assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { hoursAgo, onRealServer, seen, theServer, unfinished, until } from "./server";

/** What the scripts ask of rclone, done with folders, for where it is not installed. */
const inFolders = String.raw`
copy() {
    case $* in
    *--filter-from*) for each in "$1"/*-????????T??????Z; do [ ! -d "$each" ] || cp -R "$each" "$2/"; done ;;
    *) cp -R "$1/." "$2/" ;;
    esac
}
check() { for each in "$1"/*-????????T??????Z; do diff -r "$each" "$2/\${each##*/}" >/dev/null || { echo "ERROR : 1 differences found" >&2; exit 1; }; done; }
lsf() {
    case $* in
    *--dirs-only*) ls -1p "$2" | grep '/$' ;;
    *) for last in "$@"; do :; done; for each in "$last"/voice-*/dump; do wc -c <"$each"; done ;;
    esac
}
purge() { rm -r "$1"; }
"$@"`.replaceAll("\\$", "$");
const rcloneIsThere = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "rclone")));

onRealServer("backups off the host", () => {
    let directory: string;
    let store: string;
    let state: string;
    let rclone: Record<string, string>;
    before(() => {
        rclone = rcloneIsThere ? {} : theServer().standIn("rclone", inFolders);
    });
    beforeEach(() => {
        directory = theServer().directory();
        store = theServer().directory();
        state = theServer().directory();
    });
    const environment = (more: Readonly<Record<string, string>> = {}) => ({
        ...rclone,
        PGDATABASE: "voice",
        BACKUP_DIRECTORY: directory,
        BACKUP_STATE: state,
        BACKUP_KEEP: "2",
        SHIP_TO: store,
        RCLONE_CONFIG: "/dev/null",
        ...more,
    });
    const ship = (more?: Readonly<Record<string, string>>, verb = "once") =>
        theServer().run("ship.sh", environment(more), verb);
    const broken = (verb: string) =>
        theServer().standIn("rclone", `case $1 in ${verb}) echo "Failed to ${verb}: AccessDenied" >&2; exit 1 ;; esac`);

    it("ORB-15 copies finished backups and nothing else, and lets the old ones go there", async () => {
        const old = ["20200101T030000Z", "20200102T030000Z"].map((time) => theServer().backup(store, "voice", time));
        theServer().backup(store, "other", "20200101T030000Z");
        const name = theServer().backup(directory, "voice", hoursAgo(1));
        mkdirSync(join(directory, ".unfinished-voice-20261121T030000Z"));
        writeFileSync(join(directory, "notes"), "");
        const { code, out, err } = await ship();
        assert.deepEqual([code, err], [0, ""], out);
        assert.equal(out, `deleted ${old[0]} in ${store}\nshipped ${name} to ${store}\n`);
        assert.deepEqual([seen(store), unfinished(store)], [["other-20200101T030000Z", old[1], name], []]);
        assert.equal(readFileSync(join(store, name, "dump"), "utf8"), "dump");
    });

    it("deletes nothing there where copying or checking has failed, and says why", async () => {
        const old = ["20200101T030000Z", "20200102T030000Z", "20200103T030000Z"];
        for (const time of old) theServer().backup(store, "voice", time);
        const name = theServer().backup(directory, "voice", hoursAgo(3));
        for (const [verb, message] of [
            ["copy", "not shipped: Failed to copy: AccessDenied"],
            ["check", "not shipped: the copy differs: Failed to check: AccessDenied"],
        ] as const) {
            assert.deepEqual(await ship(broken(verb)), { code: 1, out: "", err: `${message}\n` });
            assert.equal(seen(store).length, old.length);
        }
        const { code, out } = await ship({}, "health");
        assert.deepEqual([code, out.split("\n").length > 2], [1, true]);
        assert.match(out, new RegExp(`^newest backup ${name} is not off the host, 180 min old\nthe copy differs: `));
    });

    it("deletes nothing there for an empty database, as on a new host", async () => {
        for (const time of ["20200101T030000Z", "20200102T030000Z", "20200103T030000Z"])
            theServer().backup(store, "voice", time, "much data".repeat(100));
        theServer().backup(directory, "voice", hoursAgo(1));
        const { code, err } = await ship();
        assert.equal(code, 0);
        assert.match(err, /^the newest dump has 4 bytes, an older one 900; nothing is deleted/);
        assert.equal(seen(store).length, 4);
    });

    it("leaves expiry to the bucket where the key may not delete", async () => {
        for (const time of ["20200101T030000Z", "20200102T030000Z", "20200103T030000Z"])
            theServer().backup(store, "voice", time);
        theServer().backup(directory, "voice", hoursAgo(1));
        assert.equal((await ship({ SHIP_DELETES: "no" })).code, 0);
        assert.equal(seen(store).length, 4);
    });

    it("ships what is new, until TERM", async () => {
        const name = theServer().backup(directory, "voice", hoursAgo(1));
        const running = theServer().start("ship.sh", environment({ SHIP_INTERVAL: "1" }));
        const ended = new Promise((done) => running.on("exit", done));
        await until("it is shipped", () => existsSync(join(state, "shipped")));
        assert.deepEqual(await ship({}, "health"), {
            code: 0,
            out: `newest backup ${name} is off the host\n`,
            err: "",
        });
        running.kill("SIGTERM");
        assert.equal(await ended, 0);
    });

    it("brings one back, and holds it against its manifest first", async () => {
        const [good, bad] = ["20261120T030000Z", "20261121T030000Z"].map((time) =>
            theServer().backup(store, "voice", time),
        );
        writeFileSync(join(store, bad ?? "", "dump"), "rot");
        const bringBack = (...args: readonly string[]) => theServer().run("bring-back.sh", environment(), ...args);
        assert.equal((await bringBack()).out, `${good}\n${bad}\n`);
        const { code, err } = await bringBack(bad ?? "");
        assert.deepEqual([code, err], [1, `what came is not what was taken: the copy in ${store} is damaged\n`]);
        assert.equal((await bringBack(good ?? "")).out, `${good} is here. Prove it: prove-restore.sh ${good}\n`);
        assert.deepEqual([seen(directory), unfinished(directory)], [[good], []]);
    });
});
