import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { release } from "../../release/release";

const root = resolve(__dirname, "../..");
const repository = "europe-west2-docker.pkg.dev/mva-voice-images/voice/agent";
const commit = "0123456789abcdef0123456789abcdef01234567";
const hex = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const image = `${repository}:${commit}@sha256:${hex}`;

describe("a release, in the stack files of the root project", () => {
    let folder: string;
    const file = (stack: string) => join(folder, `Pulumi.${stack}.yaml`);
    const text = (stack: string) => readFileSync(file(stack), "utf8");
    const bend = (stack: string, from: string, to: string) => {
        assert.ok(text(stack).includes(from), from);
        writeFileSync(file(stack), text(stack).replace(from, to));
    };
    const run = (...words: readonly string[]) => release(words, folder);

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "release-"));
        for (const name of [
            "Pulumi.yaml",
            ...["local", "beta", "staging", "main"].map((stack) => `Pulumi.${stack}.yaml`),
        ])
            copyFileSync(join(root, name), join(folder, name));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    it("is recorded by two changed values, and every other character stays", () => {
        const before = text("beta");
        run("record", "beta", "r-0123456789ab", image);
        const changed = (a: string, b: string) => a.split("\n").filter((line, index) => line !== b.split("\n")[index]);
        assert.deepEqual(changed(text("beta"), before), ["    name: r-0123456789ab", `    image: ${image}`]);
        assert.equal(text("beta").split("\n").length, before.split("\n").length);
    });

    it("is shown as a step's outputs", () => {
        run("record", "beta", "r2", image);
        const shown = [
            "name=r2",
            `image=${image}`,
            `repository=${repository}`,
            `commit=${commit}`,
            `digests=${hex}`,
            "",
        ];
        assert.equal(run("show", "beta"), shown.join("\n"));
    });

    it("ORB-22 goes from the sandbox to pre-production and then to production, past a laptop that builds its own", () => {
        assert.deepEqual([run("below", "beta"), run("next", "beta")], ["", "staging\n"]);
        assert.deepEqual([run("below", "staging"), run("next", "staging")], ["beta\n", "main\n"]);
        assert.deepEqual([run("below", "main"), run("next", "main")], ["staging\n", ""]);
    });

    it("ORA-14 follows the branch that a stack has for itself, and none that two have", () => {
        assert.deepEqual([run("of", "staging"), run("of", "elsewhere")], ["staging\n", ""]);
        const file = join(folder, "Pulumi.staging.yaml");
        writeFileSync(file, readFileSync(file, "utf8").replace(/(ringfence:delivery:\n)/, "$1    branch: main\n"));
        assert.throws(() => run("of", "main"), /main and staging have the branch main/);
    });

    it("MVA-11 is promoted with the same digest and the same name", () => {
        run("record", "beta", "r2", image);
        run("promote", "beta", "staging");
        run("promote", "staging", "main");
        assert.equal(run("show", "main"), run("show", "beta"));
    });

    it("MVA-7 skips no stack on its way", () => {
        run("record", "beta", "r2", image);
        assert.throws(() => run("promote", "beta", "main"), /comes to main from staging, not from beta/);
        assert.throws(() => run("promote", "staging", "beta"), /Nothing is promoted to beta/);
    });

    it("is not promoted before anything is built, nor by a tag", () => {
        assert.throws(() => run("promote", "beta", "staging"), /beta runs no image yet/);
        const { 1: recorded = "" } = /image: (\S+)/.exec(text("beta")) ?? [];
        bend("beta", recorded, `${repository}:latest`);
        assert.throws(() => run("promote", "beta", "staging"), /not named by its digest/);
    });

    it("is not written over a rollback, which would keep the traffic", () => {
        run("record", "beta", "r2", image);
        bend("staging", "    name: r0\n", "    name: r0\n    serving: { api: voice-agent-staging-r0 }\n");
        assert.throws(() => run("promote", "beta", "staging"), /rolled back \(release\.serving\)/);
    });

    it("asks for a line that is missing, and changes nothing then", () => {
        bend("staging", "    name: r0\n", "");
        const before = text("staging");
        assert.throws(() => run("record", "staging", "r2", image), /ringfence:release\.name|no line release\.name/);
        assert.equal(text("staging"), before);
    });

    it("is not recorded without a digest, nor where the file would describe no environment", () => {
        assert.throws(() => run("record", "beta", "r2", `${repository}:1`), /no image by its digest/);
        const before = text("beta");
        const elsewhere = image.replace("mva-voice-images", "somebodys-images");
        assert.throws(() => run("record", "beta", "r2", elsewhere), /not in the declared registry/);
        assert.equal(text("beta"), before);
    });

    it("says what there is where nobody knows the word", () => {
        assert.throws(() => run("publish"), /Usage/);
        assert.throws(() => run("show"), /show takes one word/);
        assert.match(run("--help"), /Usage/);
    });
});
