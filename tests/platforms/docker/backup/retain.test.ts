import * as assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onRealServer, seen, theServer } from "./server";

onRealServer("keeping backups", () => {
    const retain = (directory: string, keep: string) =>
        theServer().run("retain.sh", { PGDATABASE: "voice", BACKUP_DIRECTORY: directory, BACKUP_KEEP: keep });
    const withBackups = (...times: readonly string[]) => {
        const directory = theServer().directory();
        for (const time of times) theServer().backup(directory, "voice", time);
        return directory;
    };

    it("ORB-15 keeps the newest seven days that have a backup, with all of each", async () => {
        const days = Array.from({ length: 9 }, (_, day) => `2026110${day + 1}T030000Z`);
        const directory = withBackups(...days, "20261109T140000Z");
        const outcome = await retain(directory, "7");
        assert.deepEqual(outcome, {
            code: 0,
            out: "deleted voice-20261101T030000Z\ndeleted voice-20261102T030000Z\n",
            err: "",
        });
        assert.deepEqual(
            seen(directory),
            [...days.slice(2), "20261109T140000Z"].map((time) => `voice-${time}`),
        );
    });

    it("counts days with a backup, so that old ones outlive a long pause", async () => {
        const directory = withBackups("20250101T030000Z", "20261109T030000Z");
        await retain(directory, "2");
        assert.equal(seen(directory).length, 2);
    });

    it("touches nothing that is called otherwise", async () => {
        const directory = withBackups("20261108T030000Z", "20261109T030000Z");
        theServer().backup(directory, "voice-test", "20200101T030000Z");
        theServer().backup(directory, "other", "20200101T030000Z");
        await retain(directory, "1");
        assert.deepEqual(seen(directory), [
            "other-20200101T030000Z",
            "voice-20261109T030000Z",
            "voice-test-20200101T030000Z",
        ]);
    });

    it("deletes nothing for an empty database, as on a new host", async () => {
        const directory = withBackups("20261109T030000Z");
        theServer().backup(directory, "voice", "20261101T030000Z", "much data".repeat(100));
        const { code, err } = await retain(directory, "1");
        assert.equal(code, 1);
        assert.match(
            err,
            /^the newest dump has 4 bytes, an older one 900; nothing is deleted until the larger ones are gone/,
        );
        assert.equal(seen(directory).length, 2);
    });

    it("deletes nothing while the newest is not whole, or the number makes no sense", async () => {
        const directory = withBackups("20261108T030000Z", "20261109T030000Z");
        for (const keep of ["0", "-1", "all"]) assert.equal((await retain(directory, keep)).code, 1);
        writeFileSync(join(directory, "voice-20261109T030000Z", "dump"), "");
        const { code, err } = await retain(directory, "1");
        assert.deepEqual([code, err], [1, "voice-20261109T030000Z is not whole; nothing is deleted\n"]);
        assert.equal(seen(directory).length, 2);
    });
});
