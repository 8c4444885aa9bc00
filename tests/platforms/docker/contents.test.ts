import { strict as assert } from "node:assert";
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contentsOf } from "../../../platforms/docker/contents";

describe("the contents of a folder", () => {
    let folder: string;
    const write = (name: string, content: string) => writeFileSync(join(folder, name), content);
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "contents-"));
        mkdirSync(join(folder, "src"));
        write("Dockerfile", "FROM scratch\n");
        write("src/main.js", "listen()\n");
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("are the same for the same files, whenever and wherever they were written", () => {
        const before = contentsOf(folder);
        assert.match(before, /^[0-9a-f]{16}$/);
        utimesSync(join(folder, "Dockerfile"), 1, 1);
        assert.equal(contentsOf(folder), before);
        renameSync(folder, `${folder}-moved`);
        folder = `${folder}-moved`;
        assert.equal(contentsOf(folder), before);
    });

    it("are others for another content, another name, another file", () => {
        const seen = new Set([contentsOf(folder)]);
        write("src/main.js", "listen(1)\n");
        seen.add(contentsOf(folder));
        renameSync(join(folder, "src/main.js"), join(folder, "src/index.js"));
        seen.add(contentsOf(folder));
        write("src/empty.js", "");
        seen.add(contentsOf(folder));
        assert.equal(seen.size, 4);
    });

    it("tell where one file ends and the next begins", () => {
        const holding = (files: Readonly<Record<string, string>>) => {
            rmSync(folder, { recursive: true });
            mkdirSync(folder);
            for (const [name, content] of Object.entries(files)) write(name, content);
            return contentsOf(folder);
        };
        assert.notEqual(holding({ a: "1b", c: "" }), holding({ a: "1", bc: "" }));
    });
});
