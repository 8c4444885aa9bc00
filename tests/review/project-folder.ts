import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export const root = resolve(__dirname, "../..");
const copied = ["Pulumi.beta.yaml", "Pulumi.staging.yaml", "Pulumi.main.yaml", "fixtures/customers.csv"];

/** A copy of the root project's files in a folder of its own, which runs the root's program unless it is given another. */
export class ProjectFolder {
    readonly path = mkdtempSync(join(tmpdir(), "ringfence-test-"));

    constructor() {
        for (const file of copied) cpSync(join(root, file), join(this.path, file));
        this.write("Pulumi.yaml", "name: ringfence\nruntime: nodejs\n");
        this.write("package.json", "{}");
        this.program(`export = require(${JSON.stringify(join(root, "index"))});`);
        symlinkSync(join(root, "node_modules"), join(this.path, "node_modules"));
    }

    write(file: string, content: string | Uint8Array): this {
        mkdirSync(dirname(join(this.path, file)), { recursive: true });
        writeFileSync(join(this.path, file), content);
        return this;
    }

    program(source: string): this {
        return this.write("index.ts", source);
    }

    /** Replaces a piece of a file, which must be there. */
    replace(file: string, from: string, to: string): this {
        const text = readFileSync(join(this.path, file), "utf8");
        if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
        return this.write(
            file,
            text.replace(from, () => to),
        );
    }

    remove(): void {
        rmSync(this.path, { recursive: true, force: true });
    }
}
