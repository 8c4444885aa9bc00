import assert from "node:assert/strict";
import { Container, type ContainerArgs, Network, Volume } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import { VoicePlatform } from "../../components";
import { evaluate } from "../../policy/evaluate";
import { isolationRules } from "../../policy/rules";
import { secretsAsFiles } from "../../policy/rules/hygiene/secrets-as-files";
import { environmentOf, onDocker } from "../environment/fixtures";
import { digest } from "./environments";
import { resource, scope } from "./facts-builders";
import { fenced } from "./fenced";
import { beforeItExists, onceItExists, withDefaults } from "./views-of-a-stack";

const staging = environmentOf("pre-production", onDocker);
const image = `example.com/tool@${digest}`;

/** What an environment of the program's own consists of, as far as somebody could want to get at it. */
function own(): void {
    const network = new Network("network", { name: "ringfence-staging-data", internal: true });
    const volume = new Volume("volume", { name: "ringfence-staging-database-data" });
    new Container("server", {
        name: "ringfence-staging-database",
        image,
        networksAdvanced: [{ name: network.name }],
        volumes: [{ volumeName: volume.name, containerPath: "/var/lib/postgresql/data" }],
    });
}

/** The rules that refuse the resource of this name: at its registration, in the preview, and in the engine's eyes. */
async function refusing(name: string, written: () => unknown): Promise<readonly (readonly string[])[]> {
    const { resources, refusals, errors } = await fenced(staging, "ringfence", () => {
        own();
        written();
    });
    assert.deepEqual(errors, []);
    const stack = scope(
        staging,
        resources.map(({ facts }) => facts),
    );
    const isNamed = ({ urn }: { readonly urn: string }) => urn.endsWith(`::${name}`);
    const others = refusals.filter((refusal) => !isNamed(refusal) && !refusal.urn.endsWith("::tool"));
    assert.deepEqual(others, [], "something else is refused, too");
    return [
        refusals.filter(isNamed),
        ...[stack, withDefaults(beforeItExists(stack)), withDefaults(onceItExists(stack))].map((seen) =>
            evaluate(isolationRules, seen).filter(isNamed),
        ),
    ].map((found) => found.map(({ policy }) => policy));
}

const tool = (args: Partial<ContainerArgs>, opts?: pulumi.CustomResourceOptions): Container =>
    new Container("tool", { image, networkMode: "none", ...args }, opts);

/** What staging may try to get at production's data, which runs on the same host. */
const attempts: Readonly<Record<string, readonly [policy: string, () => Partial<ContainerArgs>]>> = {
    "production's database by its container's name": [
        "own-data-sources",
        () => ({ envs: ["DATABASE_URL=postgresql://voice:x@ringfence-north-database:5432/voice"] }),
    ],
    "production's database by a port of the host": [
        "own-data-sources",
        () => ({ envs: ["DATABASE_URL=postgresql://voice:x@192.168.120.12:5432/voice"] }),
    ],
    "production's database by a setting without a scheme": [
        "own-data-sources",
        () => ({ envs: ["DATABASE_HOST=ringfence-north-database"] }),
    ],
    "production's network": ["own-network", () => ({ networksAdvanced: [{ name: "ringfence-north-data" }] })],
    "production's network beside staging's": [
        "own-network",
        () => ({ networksAdvanced: [{ name: new Network("apart").name }, { name: "ringfence-north-data" }] }),
    ],
    "the network of production's database": [
        "own-network",
        () => ({ networkMode: "container:ringfence-north-database", networksAdvanced: [] }),
    ],
    "the processes of production's database": [
        "no-host-namespaces",
        () => ({ pidMode: "container:ringfence-north-database" }),
    ],
    "production's volume": [
        "own-data-sources",
        () => ({ volumes: [{ volumeName: "ringfence-north-database-data", containerPath: "/data" }] }),
    ],
    "production's volume as a mount": [
        "own-data-sources",
        () => ({ mounts: [{ type: "volume", source: "ringfence-north-database-data", target: "/data" }] }),
    ],
    "production's volume, found on the host": [
        "own-data-sources",
        () => ({
            volumes: [
                {
                    hostPath: "/var/lib/docker/volumes/ringfence-north-database-data/_data",
                    containerPath: "/data",
                },
            ],
        }),
    ],
    "the volumes of production's database": [
        "own-data-sources",
        () => ({ volumes: [{ fromContainer: "ringfence-north-database" }] }),
    ],
    "production's database by a file": [
        "own-data-sources",
        () => ({
            uploads: [
                { file: "/run/secrets/database-url", content: "postgresql://voice:x@ringfence-north-database/voice" },
            ],
        }),
    ],
    "production's database by a file of settings": [
        "own-data-sources",
        () => ({ uploads: [{ file: "/app/.env", content: "DATABASE_HOST=ringfence-north-database\n" }] }),
    ],
    "production's database by an argument": [
        "own-data-sources",
        () => ({ command: ["psql", "postgresql://voice:x@ringfence-north-database/voice"] }),
    ],
    "the engine": [
        "no-docker-socket",
        () => ({ volumes: [{ hostPath: "/var/run/docker.sock", containerPath: "/var/run/docker.sock" }] }),
    ],
};

describe("on a host that production runs on as well, ORA-6 staging does not get at", () => {
    for (const [what, [policy, args]] of Object.entries(attempts)) {
        it(what, async () => {
            const found = await refusing("tool", () => tool(args()));
            for (const policies of found) assert.ok(policies.includes(policy), JSON.stringify(found));
        });
    }

    it("production's database by a variable of the stack file", async () => {
        const variables = { STORE: "postgresql://voice@ringfence-north-database:5432/voice" };
        const environment = environmentOf("pre-production", { ...onDocker, "ringfence:web.variables": variables });
        const { refusals } = await fenced(
            environment,
            "ringfence",
            () => void new VoicePlatform("voice", { environment }),
        );
        assert.deepEqual([...new Set(refusals.map(({ policy }) => policy))], ["own-data-sources"]);
    });

    it("production's volume by taking over its name", async () => {
        const found = await refusing("data", () => new Volume("data", { name: "ringfence-north-database-data" }));
        for (const policies of found) assert.ok(policies.includes("own-data-sources"), JSON.stringify(found));
    });

    it("production's network by taking over its name", async () => {
        const found = await refusing("data", () => new Network("data", { name: "ringfence-north-data" }));
        for (const policies of found) assert.ok(policies.includes("own-network"), JSON.stringify(found));
    });

    it("production's volume by a carrier of files", async () => {
        const found = await refusing("carrier", () => {
            const carrier = new Container("carrier", {
                image,
                start: false,
                mustRun: false,
                networkMode: "none",
                volumes: [{ volumeName: "ringfence-north-database-data", containerPath: "/data" }],
            });
            tool({ volumes: [{ fromContainer: carrier.name }] });
        });
        for (const policies of found) assert.ok(policies.includes("own-data-sources"), JSON.stringify(found));
    });

    it("what is production's by a resource that is only read", async () => {
        const found = await refusing("tool", () => {
            const network = Network.get("theirs", "0123456789abcdef");
            tool({ networksAdvanced: [{ name: network.name }] });
        });
        for (const policies of found) assert.ok(policies.includes("own-network"), JSON.stringify(found));
    });
});

describe("a container that is written by hand VOX-3 may use what is its own stack's", () => {
    const nothing = [[], [], [], []];

    it("by the names of what it depends on", async () => {
        const found = await refusing("tool", () => {
            const volume = new Volume("scratch", { name: "voice-scratch" });
            const network = new Network("apart", { name: "voice-apart" });
            const database = new Container("database", {
                name: "voice-database",
                image,
                networksAdvanced: [{ name: network.name }],
            });
            tool(
                {
                    envs: ["DATABASE_URL=postgresql://voice@voice-database:5432/voice"],
                    volumes: [
                        { volumeName: "voice-scratch", containerPath: "/scratch" },
                        { fromContainer: "voice-database" },
                    ],
                    networkMode: "bridge",
                    networksAdvanced: [{ name: "voice-apart" }],
                    pidMode: "container:voice-database",
                },
                { dependsOn: [volume, network, database] },
            );
        });
        assert.deepEqual(found, nothing);
    });

    it("by reference, whatever Pulumi will call it", async () => {
        const found = await refusing("tool", () => {
            const volume = new Volume("scratch");
            const network = new Network("apart", { internal: true });
            const other = new Container("other", { image, networksAdvanced: [{ name: network.name }] });
            tool({
                networksAdvanced: [{ name: network.id }],
                volumes: [{ volumeName: volume.name, containerPath: "/scratch" }, { fromContainer: other.id }],
                envs: [pulumi.interpolate`DATABASE_URL=postgresql://voice@${other.name}:5432/voice`],
            });
        });
        assert.deepEqual(found, nothing);
    });
});

it("a service that gets its secrets as variables is told of once, however many containers it has", () => {
    const containers = [1, 2].map((index) =>
        resource(staging, "docker:index/container:Container", `api-${index}`, {
            image,
            envs: ["API_TOKEN=x"],
            networksAdvanced: [{ name: "voice", aliases: ["api"] }],
        }),
    );
    assert.deepEqual(
        evaluate([secretsAsFiles], scope(staging, containers)).map(({ message }) => message),
        ['"api" gets secrets as variables: API_TOKEN.'],
    );
});
