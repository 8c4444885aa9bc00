import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../..");

/** A copy of a blueprint's files in a folder of its own, which runs the root's program unless it is given another. */
export class BlueprintFolder {
    readonly path = mkdtempSync(join(tmpdir(), "ringfence-blueprint-"));

    constructor(blueprint: string) {
        const source = join(root, "blueprints", blueprint);
        for (const file of readdirSync(source)) cpSync(join(source, file), join(this.path, file));
        this.replace("Pulumi.yaml", "main: ../../", "main: .");
        writeFileSync(join(this.path, "package.json"), "{}");
        symlinkSync(join(root, "node_modules"), join(this.path, "node_modules"));
        this.program("");
    }

    /** The root's program, and behind it what somebody adds by hand. */
    program(addition: string): this {
        const source = `
            const deploy = require(${JSON.stringify(join(root, "index"))});
            const pulumi = require("@pulumi/pulumi");
            export = async function program() {
                const outputs = await deploy();
                ${addition}
                return outputs;
            };`;
        writeFileSync(join(this.path, "index.ts"), source);
        return this;
    }

    /** Replaces a piece of a file, which must be there. */
    replace(file: string, from: string, to: string): this {
        const text = readFileSync(join(this.path, file), "utf8");
        if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
        writeFileSync(
            join(this.path, file),
            text.replace(from, () => to),
        );
        return this;
    }

    /** A further stack with the text of one that is there. */
    copy(stack: string, as: string): this {
        cpSync(join(this.path, `Pulumi.${stack}.yaml`), join(this.path, `Pulumi.${as}.yaml`));
        return this;
    }

    remove(): void {
        rmSync(this.path, { recursive: true, force: true });
    }
}
