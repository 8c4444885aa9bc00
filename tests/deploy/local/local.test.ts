import { strict as assert } from "node:assert";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Program } from "../../../deploy/child";
import { local } from "../../../deploy/local/local";
import { exported, FakeEngine } from "../docker/fake-engine";

const root = resolve(__dirname, "../../..");
const urls = { api: "https://localhost:8443/api", web: "https://localhost:8443" };
const own = (component: string) => ({ project: "ringfence", environment: "local", component });

describe("npm run local", () => {
    let folder: string;
    let engine: FakeEngine;
    /** What Pulumi knows. */
    let state: string;
    /** How its `up` and `destroy` end, and what is so by then. */
    let status: number;
    let meanwhile: () => void;
    let outputs: object;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "local-"));
        for (const file of ["Pulumi.yaml", "Pulumi.local.yaml"]) copyFileSync(join(root, file), join(folder, file));
        engine = new FakeEngine(folder);
        [state, status, meanwhile, outputs] = [exported([]), 0, () => {}, { urls }];
        pulumi(`case "$*" in "stack select"*) exit 255 ;; esac`);
    });
    afterEach(() => {
        engine.end();
        rmSync(folder, { recursive: true });
    });

    /** The CLI as far as it is asked unseen. */
    function pulumi(script: string): void {
        const noting = `#!/bin/sh\necho "$PULUMI_BACKEND_URL $*" >>${folder}/asked\n`;
        const answering = `case "$*" in "stack output"*) echo '${JSON.stringify(outputs)}' ;; esac\n`;
        writeFileSync(join(folder, "pulumi"), `${noting}${answering}${script}\n`);
        chmodSync(join(folder, "pulumi"), 0o755);
    }

    async function run(words: readonly string[], host = engine.host) {
        const [told, answered, programs]: [string[], string[], Program[]] = [[], [], []];
        const ended = await local(words, {
            directory: folder,
            env: { PATH: process.env.PATH, DOCKER_HOST: host },
            colour: false,
            say: (text) => void told.push(text),
            answer: (text) => void answered.push(text),
            pulumi: async () => ({ file: join(folder, "pulumi"), env: {} }),
            run: async (program) => {
                programs.push(program);
                const review = program.words.includes("preview");
                if (!review) meanwhile();
                return review ? 0 : status;
            },
            capture: async ({ words: asked }) => ({
                ...{ status: 0, stderr: "" },
                stdout: asked.includes("export") ? state : JSON.stringify({ stacks: { local: { resources: [] } } }),
            }),
            pause: async () => {},
        });
        const asked = existsSync(join(folder, "asked")) ? readFileSync(join(folder, "asked"), "utf8") : "";
        return { status: ended, told: told.join(""), answered: answered.join(""), programs, asked };
    }

    describe("with a Docker Engine", () => {
        it("makes the stack in a folder of its own, deploys it with the pack, and prints its addresses", async () => {
            const { status, answered, programs, asked } = await run([]);
            assert.equal(status, 0);
            assert.match(asked, new RegExp(`^file://${folder}/.local/state stack init local`, "m"));
            assert.deepEqual(programs.at(-1)?.words.slice(0, 4), ["up", "--stack", "local", "--policy-pack"]);
            assert.equal(programs.at(-1)?.env.DOCKER_HOST, engine.host);
            assert.equal(answered, `api      ${urls.api}\nweb      ${urls.web}\n`);
        });

        it("tells where Grafana is, where there is one, and how to get in", async () => {
            outputs = { urls: {}, grafana: { url: "http://127.0.0.1:3000", user: "admin", password: "s3cret" } };
            pulumi(`case "$*" in "stack select"*) exit 255 ;; esac`);
            const { answered } = await run([]);
            assert.equal(answered, "grafana  http://127.0.0.1:3000, as admin with the password s3cret\n");
        });

        it("passes an option of Pulumi's on, and none that gets round the rules", async () => {
            const { programs } = await run(["--replace", "urn:of-a-job"]);
            assert.deepEqual(programs.at(-1)?.words.slice(-3), ["--yes", "--replace", "urn:of-a-job"]);
            const refused = await run(["--policy-pack=none"]);
            assert.deepEqual([refused.status, refused.programs.length], [1, 0]);
        });

        it("takes everything away, and keeps the stack's file", async () => {
            await run([]);
            pulumi("");
            const { status, programs } = await run(["down"]);
            assert.deepEqual([status, programs[0]?.words], [0, ["destroy", "--stack", "local", "--yes"]]);
            assert.deepEqual(
                [existsSync(join(folder, ".local")), existsSync(join(folder, "Pulumi.local.yaml"))],
                [false, true],
            );
        });

        it("does not say that nothing is left of what another folder has brought up", async () => {
            engine.volumes = [{ name: "ringfence-local-redis-data", labels: own("redis") }];
            const { status, told } = await run(["down"]);
            assert.equal(status, 1);
            assert.match(
                told,
                /made from elsewhere:\n {2}volume ringfence-local-redis-data\nRun `npm run local:down` there/,
            );
            assert.deepEqual(engine.removed, []);
        });

        it("refuses an engine that is too old", async () => {
            engine.version = "20.10.24+dfsg1";
            const { status, told, programs } = await run([]);
            assert.deepEqual([status, programs.length], [1, 0]);
            assert.match(told, /is version 20\.10\.24\+dfsg1, and 25 is the oldest that will do\nUpdate it/);
        });
    });

    describe("when containers do not run that were made to", () => {
        const known = [{ name: "front" }, { name: "migrate", mustRun: false }, { name: "api" }];
        beforeEach(() => {
            state = exported(known);
            pulumi("");
        });

        it("has Pulumi look, which takes it from its state else that they do", async () => {
            engine.containers = [{ name: "api", status: "Exited (1) 2 hours ago" }];
            meanwhile = () => {
                engine.containers = [{ name: "api" }, { name: "front" }];
            };
            const { status, told, programs } = await run([]);
            assert.equal(status, 0);
            assert.match(told, /what does not run any more:\n {2}front: is gone\n {2}api: Exited \(1\) 2 hours ago\n/);
            assert.equal(programs.at(-1)?.words.at(-1), "--refresh");
        });

        it("does not say that it runs where one is unhealthy or gone", async () => {
            const front = { name: "front", status: "Up 2 minutes (unhealthy)", labels: own("balancer-server") };
            engine.containers = [front];
            const { status, told, answered, programs } = await run([]);
            assert.deepEqual([status, answered], [1, ""]);
            assert.match(
                told,
                /should:\n {2}front: Up .* \(unhealthy\)\n {4}nginx waits: no key\n {2}api: is gone\n`docker/,
            );
            assert.equal(programs.at(-1)?.words.includes("--refresh"), false);
        });

        it("does not look anew while one did not get well: Pulumi would take it for made", async () => {
            for (const status of ["Up 2 minutes (unhealthy)", "Restarting (1) 5 seconds ago"]) {
                engine.containers = [{ name: "api" }, { name: "front", status }];
                assert.equal((await run([])).programs.at(-1)?.words.includes("--refresh"), false);
            }
        });
    });

    describe("after a run that was ended by force", () => {
        beforeEach(() => {
            state = exported([], [{ name: "", component: "api-container-1" }]);
            engine.containers = [
                { name: "local-api-container-1-abc", labels: own("api-container-1") },
                { name: "another", labels: { ...own("api-container-1"), project: "another" } },
            ];
            engine.volumes = [{ name: "ringfence-local-database-data", labels: own("database") }];
            pulumi("");
        });

        it("takes away the half-made container that would get requests beside the next one, and its note", async () => {
            const { status: ended, told, asked } = await run([]);
            assert.equal(ended, 0);
            assert.deepEqual(engine.removed, ["/containers/id-of-local-api-container-1-abc?force=true&v=true"]);
            assert.match(told, /ended by force\. What it left half-made goes: container local-api-container-1-abc\.\n/);
            assert.match(asked, / refresh --clear-pending-creates --yes --stack local /);
        });

        it("takes it away with the rest", async () => {
            engine.volumes = [];
            const { status, told } = await run(["down"]);
            assert.equal(status, 0);
            assert.deepEqual(engine.removed, ["/containers/id-of-local-api-container-1-abc?force=true&v=true"]);
            assert.match(told, /Nothing of it is left but the images/);
        });

        it("lifts the lock that it has left, and no other", async () => {
            assert.doesNotMatch((await run([])).asked, / cancel /);
            status = 137;
            await run([]);
            // The process of then is this one, which lives; one that has ended is none of a number that big.
            writeFileSync(join(folder, ".local/at-work"), "4194305");
            assert.match((await run([])).asked, / cancel --yes --stack local /);
        });

        it("lets nobody else be at work at the same time", async () => {
            status = 137;
            await run([]);
            const { status: second, told, programs } = await run(["down"]);
            assert.deepEqual([second, programs.length], [1, 0]);
            assert.match(told, /process \d+ is bringing it up or taking it away just now\nWait for its end/);
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
        for (const words of [["dwon"], ["down", "now"]])
            assert.match((await run(words)).told, new RegExp(`there is nothing called ${words.join(" ")}`));
    });
});
