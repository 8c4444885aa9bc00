import { strict as assert } from "node:assert";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, planOf, stackOf } from "../requirements/plan";
import { summary } from "./summary";

const update = process.env.UPDATE_GOLDEN === "1";
const fileOf = (stack: string) => join(__dirname, `${stack}.txt`);

describe("Golden plans", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });

    for (const stack of ["beta", "staging", "main"]) {
        it(`${stack} is planned as tests/golden/${stack}.txt has it`, () => {
            const actual = summary(stack, stackOf(plan, stack));
            if (update) writeFileSync(fileOf(stack), actual);
            const expected = existsSync(fileOf(stack)) ? readFileSync(fileOf(stack), "utf8") : "";
            assert.equal(
                actual,
                expected,
                `The plan of ${stack} is not that of tests/golden/${stack}.txt. If the change is meant, run ` +
                    `\`UPDATE_GOLDEN=1 npm test\` and let the difference be reviewed.\n${differences(expected, actual)}`,
            );
        });
    }

    it("exist for each stack, and for no other", () => {
        const files = readdirSync(__dirname).filter((name) => name.endsWith(".txt"));
        assert.deepEqual(
            files.sort(),
            Object.keys(plan.stacks)
                .map((name) => `${name}.txt`)
                .sort(),
        );
    });
});

/** The lines that only one of the two has. */
function differences(expected: string, actual: string): string {
    const [before, after] = [expected.split("\n"), actual.split("\n")];
    return [
        ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
        ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
    ].join("\n");
}
