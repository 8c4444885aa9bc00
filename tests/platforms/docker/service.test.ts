import { strict as assert } from "node:assert";
import { seconds } from "../../../environment/units";
import type { ServiceArgs } from "../../../platforms/platform";
import { named } from "../engine";
import { plainService } from "../service-args";
import { containerType, type Made, made, plannedOnHost, textsOf, variablesOf } from "./host";

const service = (more: Partial<ServiceArgs> = {}) =>
    plannedOnHost((host, parent) => {
        const databaseUrl = host.secret("url", { called: "database-url", value: "postgresql://hidden" });
        const variables = { LOG_LEVEL: "info", DATABASE_URL: databaseUrl };
        host.service("api", { ...plainService, variables, ...more }, parent);
    });
const first = async (more: Partial<ServiceArgs> = {}): Promise<Made> => made(await service(more), "api-container-1");
const instances = (resources: readonly Made[]): readonly Made[] =>
    resources.filter(({ type, name }) => type === containerType && name.startsWith("api-container-"));
const networksOf = ({ inputs }: Made) =>
    inputs.networksAdvanced.map(({ name, aliases }: { name: string; aliases: string[] }) => [name, aliases]);

describe("a service on a Docker host", () => {
    it("is as many containers as it has instances at least, and one where it has none", async () => {
        assert.equal(instances(await service({ instances: { min: 2, max: 4 } })).length, 2);
        assert.equal(instances(await service({ instances: { min: 0, max: 1 } })).length, 1);
    });

    it("VOX-1 is found by one name and has none of its own, so the next ones start before the last ones end", async () => {
        for (const container of instances(await service({ instances: { min: 2, max: 2 } }))) {
            assert.equal(container.inputs.name, undefined);
            assert.deepEqual(networksOf(container), [["voice-dev-services", ["voice-api-dev"]]]);
            assert.equal(container.opts.deleteBeforeReplace, false);
            assert.equal(container.inputs.wait, true);
        }
    });

    it("VOX-1 has the drain for what it has begun, and the provider waits longer than that", async () => {
        const { inputs, opts } = await first({ drain: seconds("55m") });
        assert.deepEqual([inputs.destroyGraceSeconds, inputs.stopTimeout], [3300, 3300]);
        assert.equal(opts.customTimeouts?.delete, "3420s");
    });

    it("is in the data network where it uses data, and in no other case", async () => {
        const names = async (more: Partial<ServiceArgs>) =>
            networksOf(await first(more)).map(([name]: string[]) => name);
        assert.deepEqual(await names({}), ["voice-dev-services"]);
        assert.deepEqual(await names({ privateNetwork: true }), ["voice-dev-services", "voice-dev-data"]);
        assert.deepEqual(await names({ uses: [{ grant: () => [] }] }), ["voice-dev-services", "voice-dev-data"]);
    });

    it("publishes no port", async () => {
        assert.equal((await first()).inputs.ports, undefined);
    });

    it("is asked on its port and path, as often as it says", async () => {
        const { tests, interval, timeout, retries } = (await first()).inputs.healthcheck;
        assert.equal(tests[0], "CMD-SHELL");
        // Once for each program that an image may have.
        assert.equal(tests[1].split("http://127.0.0.1:3000/health").length - 1, 3);
        assert.deepEqual([interval, timeout, retries], ["30s", "10s", 2]);
    });

    it("finds its secrets in files that variables name, so that the engine shows none", async () => {
        const resources = await service();
        const container = made(resources, "api-container-1");
        assert.deepEqual(variablesOf(container), {
            LOG_LEVEL: "info",
            PORT: "3000",
            DATABASE_URL_FILE: "/run/secrets/database-url",
        });
        assert.ok(!container.hasSecrets);
        const carrier = made(resources, "api-secrets-files");
        assert.deepEqual(textsOf(carrier), { "/run/secrets/database-url": "postgresql://hidden" });
        assert.ok(carrier.hasSecrets);
        assert.deepEqual(container.inputs.volumes, [{ fromContainer: "api-secrets-files-c0ffee", readOnly: true }]);
    });

    it("finds its secrets in variables where it reads nothing else, marked as secret", async () => {
        const resources = await service({ secretsAs: "variables" });
        const container = made(resources, "api-container-1");
        assert.equal(variablesOf(container).DATABASE_URL, "postgresql://hidden");
        assert.ok(container.hasSecrets);
        assert.ok(!resources.some(({ name }) => name === "api-secrets-files"));
        assert.deepEqual(container.inputs.volumes, []);
    });

    it("runs what the release says, and says which release it is", async () => {
        const container = await first({ image: "acme/api:r2", release: "r2", command: ["node"], args: ["main.js"] });
        assert.equal(container.inputs.image, "acme/api:r2");
        assert.deepEqual(container.inputs.entrypoints, ["node", "main.js"]);
        assert.ok(container.inputs.labels.some(({ label, value }: Label) => label === "release" && value === "r2"));
    });

    it("starts after what must have ended well, each instance of it", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const { resource } = host.redis(
                "redis",
                { version: "7.2", memory: plainService.memory, availability: "basic" },
                parent,
            );
            host.service("api", { ...plainService, instances: { min: 2, max: 2 }, after: [resource] }, parent);
        });
        for (const { dependsOn } of instances(resources)) assert.ok(dependsOn.includes("redis-server"));
    });

    it("is called over plain HTTP at its alias, inside the network", async () => {
        let url = "";
        await plannedOnHost((host, parent) => {
            host.service("api", plainService, parent).url.apply((value) => {
                url = value;
            });
        });
        assert.equal(url, "http://voice-api-dev:3000");
    });

    it("has no identity: it may do what it is handed, so nothing is granted", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const called = host.service("api", plainService, parent);
            assert.deepEqual(
                called.admit("web-calls-api", host.identity("web", { account: "web", description: "" }), parent),
                [],
            );
        });
        assert.ok(named(resources, "api-container-1"));
    });
});

interface Label {
    readonly label: string;
    readonly value: string;
}
