import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, planOf, root, stackOf } from "../requirements/plan";
import { summary } from "./summary";

const update = process.env.UPDATE_GOLDEN === "1";

/** Each project with its stacks, and the folder below this one that their plans are in. */
const projects = [
    { project: ".", folder: ".", stacks: ["local", "beta", "staging", "main"] },
    { project: "blueprints/orbisvoice", folder: "orbisvoice", stacks: ["staging", "cloud", "onprem"] },
    { project: "blueprints/the-oracle", folder: "the-oracle", stacks: ["shared", "staging", "production"] },
] as const;

describe("Golden plans", () => {
    for (const { project, folder, stacks } of projects) {
        describe(`of ${project === "." ? "the root project" : project}`, () => {
            const directory = join(__dirname, folder);
            let plan: Document;
            before(async () => {
                plan = await planOf(join(root, project));
            });

            for (const stack of stacks) {
                const file = join("tests/golden", folder, `${stack}.txt`);
                it(`${stack} is planned as ${file} has it`, () => {
                    const actual = summary(stack, stackOf(plan, stack));
                    const path = join(root, file);
                    if (update) writeFileSync(path, actual);
                    const expected = existsSync(path) ? readFileSync(path, "utf8") : "";
                    assert.equal(
                        actual,
                        expected,
                        `The plan of ${stack} is not that of ${file}. If the change is meant, run ` +
                            `\`UPDATE_GOLDEN=1 npm test\` and let the difference be reviewed.\n${differences(expected, actual)}`,
                    );
                });
            }

            it("exist for each stack, and for no other", () => {
                const files = readdirSync(directory).filter((name) => name.endsWith(".txt"));
                const expected = Object.keys(plan.stacks).map((name) => `${name}.txt`);
                assert.deepEqual(files.sort(), expected.sort());
            });
        });
    }
});

/** The lines that only one of the two has. */
function differences(expected: string, actual: string): string {
    const [before, after] = [expected.split("\n"), actual.split("\n")];
    return [
        ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
        ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
    ].join("\n");
}
