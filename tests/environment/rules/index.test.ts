import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { concernNames } from "../../../environment";
import { environmentRules } from "../../../environment/rules";

const sources = join(__dirname, "../../../environment/rules");

describe("the environment's rules", () => {
    it("are one a file, named for the file, each with its cases", () => {
        const files = readdirSync(sources).filter((file) => !["index.ts", "rule.ts"].includes(file));
        assert.deepEqual(
            environmentRules.map(({ name }) => `${name}.ts`).sort((a, b) => (a < b ? -1 : 1)),
            files.sort((a, b) => (a < b ? -1 : 1)),
        );
        for (const { name } of environmentRules) assert.ok(existsSync(join(__dirname, `${name}.test.ts`)), name);
    });
    it("say what they demand, for which requirements, of which concerns", () => {
        for (const { name, demands, requirements, needs } of environmentRules) {
            assert.match(name, /^[a-z]+(-[a-z]+)*$/);
            assert.match(demands, /^[A-Z].+[^.]$/, name);
            assert.ok(requirements.length > 0, name);
            for (const id of requirements) assert.match(id, /^(MVA|ORA|ORB|ACG|VFD|VOX)-\d+$/, name);
            for (const concern of needs) assert.ok(concernNames.includes(concern), `${name}: ${concern}`);
        }
    });
});
