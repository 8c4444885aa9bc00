import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    symlinkSync,
    writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkOutFile, OutFileError, writeOutFile } from "../../../review/report/out-file";

describe("--out", () => {
    let directory: string;
    beforeEach(() => {
        directory = mkdtempSync(join(tmpdir(), "ringfence-out-"));
    });
    afterEach(() => rmSync(directory, { recursive: true, force: true }));

    const refusal = (named: string) => {
        try {
            checkOutFile(named, join(directory, named));
            writeOutFile(named, join(directory, named), "x");
        } catch (error) {
            assert.ok(error instanceof OutFileError);
            return `${error.message} | ${error.repair}`;
        }
        return undefined;
    };

    it("writes the file whole and leaves nothing beside it", () => {
        writeOutFile("a", join(directory, "a"), "first");
        writeOutFile("a", join(directory, "a"), "second");
        assert.equal(readFileSync(join(directory, "a"), "utf8"), "second");
        assert.deepEqual(readdirSync(directory), ["a"]);
    });

    it("keeps a link a link, and the rights of a file", () => {
        const target = join(directory, "target");
        writeFileSync(target, "old", { mode: 0o600 });
        symlinkSync(target, join(directory, "link"));
        writeOutFile("link", join(directory, "link"), "new");
        assert.equal(readFileSync(target, "utf8"), "new");
        assert.equal(statSync(target).mode & 0o777, 0o600);
        assert.deepEqual(readdirSync(directory), ["link", "target"]);
    });

    it("writes into what is no plain file instead of replacing it", () => {
        if (process.platform === "win32") return;
        const pipe = join(directory, "pipe");
        execFileSync("mkfifo", [pipe]);
        assert.ok(statSync(pipe).isFIFO());
        checkOutFile("pipe", pipe);
        writeOutFile("/dev/null", "/dev/null", "gone");
        assert.ok(statSync("/dev/null").isCharacterDevice());
    });

    it("says which directory is missing", () => {
        assert.equal(
            refusal("no/such/file.json"),
            "--out no/such/file.json cannot be written: there is no directory no/such | Make it (`mkdir -p no/such`), or name another file.",
        );
    });

    it("says that a directory is one", () => {
        mkdirSync(join(directory, "reports"));
        assert.equal(
            refusal("reports"),
            "--out reports cannot be written: it is a directory | Name a file in it, such as reports/review.json.",
        );
        writeFileSync(join(directory, "file"), "");
        assert.equal(
            refusal("file/x"),
            "--out file/x cannot be written: file is no directory | Name a file in a directory.",
        );
    });

    it("says that one may not write there", () => {
        // The superuser may write everywhere.
        if (process.getuid?.() === 0 || process.platform === "win32") return;
        mkdirSync(join(directory, "locked"), { mode: 0o500 });
        assert.match(refusal("locked/x") ?? "", /you may not write there/);
    });
});
