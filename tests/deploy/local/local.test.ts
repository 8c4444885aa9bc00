import { strict as assert } from "node:assert";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Program } from "../../../deploy/child";
import { local } from "../../../deploy/local/local";

const root = resolve(__dirname, "../../..");
const urls = { api: "https://localhost:8443/api", web: "https://localhost:8443" };

describe("npm run local", () => {
    let folder: string;
    let engine: Server;
    /** What the Docker Engine says to be. */
    let version: string;

    beforeEach(async () => {
        folder = mkdtempSync(join(tmpdir(), "local-"));
        for (const file of ["Pulumi.yaml", "Pulumi.local.yaml"]) copyFileSync(join(root, file), join(folder, file));
        version = "28.1.0";
        engine = createServer((_, answer) => answer.end(JSON.stringify({ Version: version })));
        await new Promise<void>((listening) => engine.listen(join(folder, "docker.sock"), listening));
        const noting = `#!/bin/sh\necho "$PULUMI_BACKEND_URL $*" >>${folder}/asked\n`;
        const answering = `case "$*" in "stack output"*) echo '${JSON.stringify(urls)}' ;; "stack select"*) exit 255 ;; esac\n`;
        writeFileSync(join(folder, "pulumi"), noting + answering);
        chmodSync(join(folder, "pulumi"), 0o755);
    });
    afterEach(() => {
        engine.close();
        rmSync(folder, { recursive: true });
    });

    async function run(words: readonly string[], host = `unix://${folder}/docker.sock`) {
        const [told, answered, programs]: [string[], string[], Program[]] = [[], [], []];
        const status = await local(words, {
            directory: folder,
            env: { PATH: process.env.PATH, DOCKER_HOST: host },
            colour: false,
            say: (text) => void told.push(text),
            answer: (text) => void answered.push(text),
            pulumi: async () => ({ file: join(folder, "pulumi"), env: {} }),
            run: async (program) => {
                programs.push(program);
                return 0;
            },
        });
        const asked = existsSync(join(folder, "asked")) ? readFileSync(join(folder, "asked"), "utf8") : "";
        return { status, told: told.join(""), answered: answered.join(""), programs, asked };
    }

    describe("with a Docker Engine", () => {
        it("makes the stack in a folder of its own, deploys it with the pack, and prints its addresses", async () => {
            const { status, answered, programs, asked } = await run([]);
            assert.equal(status, 0);
            assert.match(asked, new RegExp(`^file://${folder}/.local/state stack init local`, "m"));
            assert.deepEqual(programs.at(-1)?.words.slice(0, 4), ["up", "--stack", "local", "--policy-pack"]);
            assert.equal(programs.at(-1)?.env.DOCKER_HOST, `unix://${folder}/docker.sock`);
            assert.equal(answered, `api      ${urls.api}\nweb      ${urls.web}\n`);
        });

        it("takes everything away, and keeps the stack's file", async () => {
            await run([]);
            writeFileSync(join(folder, "pulumi"), "#!/bin/sh\nexit 0\n");
            const { status, programs } = await run(["down"]);
            assert.deepEqual([status, programs[0]?.words], [0, ["destroy", "--stack", "local", "--yes"]]);
            assert.deepEqual(
                [existsSync(join(folder, ".local")), existsSync(join(folder, "Pulumi.local.yaml"))],
                [false, true],
            );
        });

        it("refuses an engine that is too old", async () => {
            version = "20.10.24+dfsg1";
            const { status, told, programs } = await run([]);
            assert.deepEqual([status, programs.length], [1, 0]);
            assert.match(told, /is version 20\.10\.24\+dfsg1, and 25 is the oldest that will do\nUpdate it/);
        });
    });

    it("says where no engine answers", async () => {
        const { status, told } = await run([], `unix://${folder}/nobody.sock`);
        assert.equal(status, 1);
        assert.match(told, /^local: no Docker Engine answers at .*nobody\.sock \(ENOENT\)\nStart it/);
    });

    it("explains itself, and knows nothing else", async () => {
        const { status, answered } = await run(["--help"]);
        assert.equal(status, 0);
        assert.match(answered, /npm run local:down/);
        assert.match((await run(["dwon"])).told, /there is nothing called dwon/);
    });
});
