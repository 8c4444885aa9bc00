import assert from "node:assert/strict";
import { stringify } from "yaml";
import { valuesOf } from "../fixtures";
import { load, projectFile, projectFolders, stackFile } from "./project-folder";

const folderOf = projectFolders();
const compliant = stackFile(valuesOf("sandbox"));
/** The stack `beta` of a project whose stack file reads so. */
const beta = (content: string | Uint8Array) =>
    load(folderOf({ "Pulumi.yaml": projectFile, "Pulumi.beta.yaml": content }), "beta");
const added = (yaml: string) => compliant + yaml;

describe("a stack file that is an attack, or an accident,", () => {
    const within = (milliseconds: number, content: string | Uint8Array) => {
        const start = performance.now();
        const { errors } = beta(content);
        const took = performance.now() - start;
        assert.ok(took < milliseconds, `took ${took} ms`);
        return errors.map(({ message }) => message).join("\n");
    };

    it("is refused for its size before it is parsed", () => {
        assert.match(within(500, Buffer.alloc(10 * 1024 * 1024, "a: b\n")), /is 10\.0 MiB large/);
    });
    it("ends quickly where aliases unfold without end", () => {
        const levels = Array.from(
            { length: 30 },
            (_, index) => `  x:l${index + 1}: &l${index + 1} [${Array(9).fill(`*l${index}`)}]`,
        );
        assert.match(within(2000, added(`  x:l0: &l0 [x]\n${levels.join("\n")}\n`)), /aliases/);
    });
    it("ends quickly where values are nested without end, closed or not", () => {
        for (const content of [
            `config: ${"[".repeat(1_000_000)}`,
            `config: ${"[".repeat(500_000)}${"]".repeat(500_000)}`,
            `config: ${"{a: ".repeat(250_000)}`,
            `config:\n  ${"- ".repeat(500_000)}`,
            `config: ${"[".repeat(65)}${"]".repeat(65)}`,
            Array.from({ length: 1400 }, (_, level) => `${" ".repeat(level)}a:`).join("\n"),
        ])
            assert.match(within(2000, content), /nested too deeply/, content.slice(0, 20));
    });
    it("ends quickly with keys by the ten thousand", () => {
        const keys = Array.from({ length: 20_000 }, (_, index) => `  x:k${index}: ${index}`);
        assert.match(within(5000, stringify({ config: {} }).replace("{}", `\n${keys.join("\n")}`)), /is missing/);
    });
});
