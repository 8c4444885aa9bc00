import { strict as assert } from "node:assert";
import { deployed } from "./surroundings";

/** Command lines that must be refused before anything is run, by what is said of each. */
const refused: Readonly<Record<string, RegExp>> = {
    "": /^up: a stack is missing\nName it: npm run up -- beta\n$/,
    betta: /there is no stack file Pulumi\.betta\.yaml; did you mean beta\?\nName beta, local, main or staging/,
    nothing: /there is no stack file Pulumi\.nothing\.yaml\nName beta, local, main or staging, or write that file\.\n$/,
    "acme/ringfence/beta": /Name the stack alone; `pulumi org set-default`/,
    "beta staging": /one stack at a time, and these are beta and staging\nDeploy beta first/,
    "beta --yes": /unknown option --yes\nAn option of Pulumi's goes behind a further `--`/,
    "beta --fundation": /unknown option --fundation; did you mean --foundation\?/,
    "beta --project": /--project needs a folder\nWrite: npm run up -- staging --project/,
    "beta --project=": /--project needs a folder/,
    "beta --project --foundation": /--project needs a folder/,
    "beta --project nowhere": /is no Pulumi project|no folder|there is no/,
    "beta -- --policy-pack other": /--policy-pack is not passed on: the pack of this project always goes with it/,
    "beta -- --policy-pack=other": /--policy-pack is not passed on/,
    "beta -- --policy-pack-config=off.json": /--policy-pack-config is not passed on: a configuration can switch rules/,
    "beta -- --stack main": /--stack is not passed on: the stack has been named/,
    "beta -- -s main": /--stack is not passed on/,
    "beta -- -smain": /--stack is not passed on/,
    "beta -- -ys main": /--stack is not passed on/,
    "beta -- -C elsewhere": /--cwd is not passed on/,
    "beta -- --config ringfence:tier=sandbox": /--config is not passed on: the review has not seen what it sets/,
    "beta -- -cringfence:tier=sandbox": /--config is not passed on/,
    "beta -- --config-file other.yaml": /--config-file is not passed on/,
    "beta -- --skip-preview": /--skip-preview is not passed on.*\n.*`--yes` spares the question/,
    "beta -- -yf": /--skip-preview is not passed on/,
    "main -- --ignore-protect": /--ignore-protect is not passed on.*\n.*docs\/operating\.md/,
};

describe("the command line of npm run up", () => {
    for (const [words, told] of Object.entries(refused))
        it(`refuses \`npm run up -- ${words}\``, async () => {
            const answer = await deployed(words);
            assert.deepEqual([answer.status, answer.programs], [1, []]);
            assert.match(answer.told, told);
        });

    it("reads a value that follows its short option as a value", async () => {
        assert.equal((await deployed("beta -- -mfinal -yd -p4")).status, 0);
    });

    it("notices that npm has kept --foundation for itself", async () => {
        const { status, told, programs } = await deployed("beta", { env: { npm_config_foundation: "true" } });
        assert.deepEqual([status, programs], [1, []]);
        assert.match(told, /npm has kept --foundation for itself\nWrite: npm run up -- beta --foundation/);
        const asIntended = await deployed("beta --foundation", { env: { npm_config_foundation: "true" } });
        assert.equal(asIntended.status, 0);
    });

    it("notices that npm has kept --project for itself, and deploys no other project's stack", async () => {
        const env = { npm_config_project: "blueprints/orbisvoice" };
        const { status, told, programs } = await deployed("cloud", { env });
        assert.deepEqual([status, programs], [1, []]);
        assert.match(told, /npm has kept --project for itself\nWrite: npm run up -- cloud --project blueprints\//);
        const asIntended = await deployed("cloud --project blueprints/orbisvoice", { env });
        assert.equal(asIntended.status, 0);
    });

    it("wants to be run where Pulumi.yaml is", async () => {
        const { status, told } = await deployed("beta", { directory: __dirname });
        assert.equal(status, 1);
        assert.match(told, /is no Pulumi project/);
    });
});
