import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ProjectFolder, root } from "../../review/project-folder";
import { deployed } from "../surroundings";
import { exported, FakeEngine } from "./fake-engine";

const own = (component: string) => ({ project: "ringfence", environment: "local", component });
const planned = {
    stacks: {
        local: {
            resources: [
                { type: "docker:index/container:Container", inputs: { name: "ringfence-local-database" } },
                { type: "docker:index/container:Container", inputs: {} },
                { type: "docker:index/network:Network", inputs: { name: "ringfence-local-data" } },
                { type: "docker:index/volume:Volume", inputs: { name: "ringfence-local-database-data" } },
            ],
        },
    },
};

describe("npm run up of a stack on a Docker host", () => {
    let folder: ProjectFolder;
    let engine: FakeEngine;
    let state: string;

    beforeEach(() => {
        folder = new ProjectFolder();
        folder.write("Pulumi.local.yaml", readFileSync(join(root, "Pulumi.local.yaml")));
        engine = new FakeEngine(folder.path);
        state = exported([]);
    });
    afterEach(() => {
        engine.end();
        folder.remove();
    });

    async function up(more: Parameters<typeof deployed>[1] = {}) {
        const { status, told, programs } = await deployed("local", {
            directory: folder.path,
            env: { DOCKER_HOST: engine.host },
            capture: async ({ words }) => ({
                ...{ status: 0, stderr: "" },
                stdout: words.includes("export") ? state : JSON.stringify(planned),
            }),
            ...more,
        });
        return { status, told, pulumi: programs.some(([name]) => name === "pulumi") };
    }

    it("deploys where nothing is in its way", async () => {
        engine.volumes = [{ name: "somebody-elses", labels: { project: "other", environment: "local" } }];
        assert.deepEqual((await up()).pulumi, true);
    });

    it("touches nothing that is there by its names and another's: a volume would be taken over without a word", async () => {
        const labels = { project: "ring", environment: "fence-local" };
        engine.volumes = [{ name: "ringfence-local-database-data", labels }];
        engine.networks = [{ name: "ringfence-local-data" }];
        const { status, told, pulumi } = await up();
        assert.deepEqual([status, pulumi], [1, false]);
        assert.match(
            told,
            /what local would make is on unix:\S+docker\.sock already, and this state does not know it:\n/,
        );
        assert.match(
            told,
            / {2}volumes of the environment fence-local of the project ring: ringfence-local-database-data\n/,
        );
        assert.match(told, / {2}networks without labels of ours: ringfence-local-data\n/);
        assert.match(told, /Let one of the two have other names: .*\n.*name it at `existing` of ringfence:database/);
    });

    it("says of its own labels that another state made it", async () => {
        engine.containers = [{ name: "local-api-container-1-abc", labels: own("api-container-1") }];
        const { told, pulumi } = await up();
        assert.equal(pulumi, false);
        assert.match(told, /containers with the labels of this environment: local-api-container-1-abc\n/);
        assert.match(told, /deployed from another folder or with another backend, deploy it from there/);
    });

    it("goes on with what its state knows", async () => {
        engine.containers = [{ name: "ringfence-local-database", labels: own("database-server") }];
        state = exported([{ name: "ringfence-local-database" }]);
        assert.equal((await up()).pulumi, true);
    });

    it("takes over the volume that is declared to be", async () => {
        engine.volumes = [{ name: "ringfence-local-database-data" }];
        const existing = "existing: { volume: ringfence-local-database-data, database: voice, user: voice }";
        folder.replace("Pulumi.local.yaml", "    engine: postgresql", `    engine: postgresql\n    ${existing}`);
        assert.equal((await up()).pulumi, true);
    });

    it("says how to take away what a deployment left that was ended by force", async () => {
        engine.containers = [{ name: "ringfence-local-database", labels: own("database-server") }];
        state = exported([], [{ name: "", component: "database-server" }]);
        const { told, pulumi } = await up();
        assert.equal(pulumi, false);
        assert.match(
            told,
            /a deployment of local was ended by force, .*\n {2}containers with the labels of this .*-database\n/,
        );
        assert.match(
            told,
            /\n {2}docker rm --force ringfence-local-database\n {2}npx pulumi refresh --clear-pending-creates/,
        );
    });

    it("goes on over a volume that was begun", async () => {
        engine.volumes = [{ name: "ringfence-local-database-data", labels: own("database") }];
        state = state.replace('"pending_operations":[]', `"pending_operations":[${begunVolume}]`);
        assert.equal((await up()).pulumi, true);
    });

    it("begins without a state", async () => {
        const none = { status: 255, stdout: "", stderr: "error: no stack named 'local' found" };
        const capture = async ({ words }: { words: readonly string[] }) =>
            words.includes("export") ? none : { status: 0, stdout: JSON.stringify(planned), stderr: "" };
        assert.equal((await up({ capture })).pulumi, true);
        none.stderr = "error: could not reach the bucket";
        const { status, told } = await up({ capture });
        assert.equal(status, 1);
        assert.match(told, /the state of local cannot be read: error: could not reach the bucket/);
    });

    it("tells after a failure what the containers say that are not well", async () => {
        const of = (name: string, status: string) => ({ name, status, labels: own(name) });
        const found = [of("front", "Up 3 minutes (unhealthy)"), of("database", "Restarting (1) 5 seconds ago")];
        state = exported([...found, { name: "migrate" }, { name: "api" }]);
        engine.containers = [...found, of("migrate", "Exited (0) 2 minutes ago"), of("api", "Up 3 minutes (healthy)")];
        const { status, told } = await up({ statuses: [0, 255] });
        assert.equal(status, 255);
        assert.ok(
            told.endsWith(
                "up: these containers of local are not well:\n" +
                    "  front: Up 3 minutes (unhealthy)\n    nginx waits: no key\n" +
                    "  database: Restarting (1) 5 seconds ago\n    FATAL:  wrong files\n    DETAIL:  of 15\n",
            ),
            told,
        );
    });

    it("says before anything is made that the engine does not answer", async () => {
        const { status, told, pulumi } = await up({ env: { DOCKER_HOST: `unix://${folder.path}/nobody.sock` } });
        assert.deepEqual([status, pulumi], [1, false]);
        assert.match(told, /no Docker Engine answers at unix:\S+nobody\.sock \(ENOENT\)\nStart it/);
    });

    it("asks the host that the stack file names", async () => {
        folder.replace("Pulumi.local.yaml", "config:", "config:\n  docker:host: unix:///run/none/docker.sock");
        assert.match((await up()).told, /no Docker Engine answers at unix:\/\/\/run\/none\/docker\.sock/);
    });
});

const begunVolume = JSON.stringify({
    type: "creating",
    resource: {
        type: "docker:index/volume:Volume",
        inputs: { labels: [{ label: "component", value: "database" }] },
    },
});
