import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findProgram } from "../../../review/symbolic/program";

describe("a program that is run for several stacks", () => {
    let folder: string;
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "ringfence-program-"));
        write("package.json", "{}");
        write("part.ts", 'export const part: string = "first";');
        write("index.ts", 'import { part } from "./part";\nlet runs = 0;\nexport = () => `${part} ${++runs}`;');
    });
    afterEach(() => rmSync(folder, { recursive: true }));
    const write = (file: string, content: string) => writeFileSync(join(folder, file), content);

    it("is loaded afresh for each", async () => {
        const program = findProgram(folder, undefined);
        assert.deepEqual([await program.run(), await program.run(), await program.run()], Array(3).fill("first 1"));
    });

    it("is read again where a file has changed", async () => {
        const program = findProgram(folder, undefined);
        assert.equal(await program.run(), "first 1");
        write("part.ts", 'export const part: string = "second";');
        assert.equal(await program.run(), "second 1");
        write("part.ts", 'export const part: string = "first";');
        assert.equal(await program.run(), "first 1");
    });

    it("names the line of an error as it was written, each time", async () => {
        write("index.ts", 'import { part } from "./part";\n\nexport = () => {\n    throw new Error(part);\n};');
        const program = findProgram(folder, undefined);
        for (let run = 0; run < 3; run++) {
            await assert.rejects(program.run(), ({ stack }: Error) => /index\.ts:4:11\b/.test(stack ?? ""));
        }
    });

    it("leaves the loading of other files as it was", async () => {
        const loaders = { ...require.extensions };
        await findProgram(folder, undefined).run();
        assert.deepEqual({ ...require.extensions }, loaders);
    });
});
