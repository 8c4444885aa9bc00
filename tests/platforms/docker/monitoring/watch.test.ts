import { strict as assert } from "node:assert";
import type * as pulumi from "@pulumi/pulumi";
import type { DockerHost } from "../../../../platforms/docker";
import { monitoredBy } from "../../../../platforms/docker/monitoring/watch";
import { ofType } from "../../engine";
import { containerType, type Made, made, networkType, plannedOnHost, volumeType } from "../host";
import { plainWatch, watched, watchedWithMail, withFront, withPostgres, withRedis } from "./watched-host";

const running = (resources: readonly Made[]): readonly Made[] =>
    (ofType(resources, containerType) as readonly Made[]).filter(
        ({ name, inputs }) => inputs.mustRun !== false && name.startsWith("watch-"),
    );
const partsOf = (resources: readonly Made[]): readonly string[] =>
    running(resources)
        .map(({ name }) => name.replace("watch-", ""))
        .sort();
const networksOf = ({ inputs }: Made): readonly string[] =>
    inputs.networksAdvanced.map(({ name }: { name: string }) => name);

describe("monitoring on a Docker host", () => {
    it("ORB-16 keeps and shows figures and logs, and has a program for each thing that there is", async () => {
        const always = [
            "container-exporter",
            "engine-reader",
            "grafana",
            "host-exporter",
            "log-collector",
            "loki",
            "prometheus",
        ];
        assert.deepEqual(partsOf(await watched()), always);
        const hosts = [{ called: "api", host: "api.example.com", path: "/health" }];
        const everything = (host: DockerHost, parent: pulumi.Resource) => {
            withPostgres(host, parent);
            withRedis(host, parent);
            withFront(host, parent);
        };
        const all = await watched({ hosts }, everything, { tier: "production" });
        assert.deepEqual(
            partsOf(all),
            [...always, "front-exporter", "postgres-exporter", "probe-exporter", "redis-exporter"].sort(),
        );
    });

    it("sends mails only where somebody is to be told", async () => {
        assert.ok(partsOf(await watchedWithMail()).includes("alertmanager"));
        assert.ok(!partsOf(await watchedWithMail({ notify: [] })).includes("alertmanager"));
    });

    it("limits, pins and closes every program, and lets none write its root or hold a capability", async () => {
        const programs = running(await watchedWithMail());
        assert.ok(programs.length > 7);
        for (const { name, inputs, opts } of programs) {
            assert.match(inputs.image, /@sha256:[0-9a-f]{64}$/, name);
            assert.ok(inputs.memory > 0 && Number(inputs.cpus) > 0 && inputs.memorySwap === inputs.memory, name);
            assert.equal(inputs.readOnly, true, name);
            assert.deepEqual(inputs.capabilities, { drops: ["ALL"], adds: [] }, name);
            assert.equal(opts.deleteBeforeReplace, true, `${name} holds what two cannot hold`);
            assert.match(inputs.name, /^voice-dev-[a-z-]+$/);
        }
    });

    it("publishes Grafana alone, on the host itself unless it is told where", async () => {
        const ports = async (args = {}) =>
            running(await watched(args)).flatMap(({ name, inputs }) =>
                (inputs.ports ?? []).map((port: object) => ({ name, ...port })),
            );
        const grafana = { name: "watch-grafana", internal: 3000 };
        assert.deepEqual(await ports(), [{ ...grafana, external: 3000, ip: "127.0.0.1" }]);
        assert.deepEqual(await ports({ grafana: { address: "10.0.0.7", port: 3001 } }), [
            { ...grafana, external: 3001, ip: "10.0.0.7" },
        ]);
    });

    it("gives the engine's socket to the engine reader alone, to read, on a network that nobody else is on", async () => {
        const programs = running(await watched({}, withPostgres));
        for (const program of programs) {
            const fromHost = (program.inputs.volumes ?? []).filter(
                ({ hostPath }: { hostPath?: string }) => hostPath !== undefined,
            );
            assert.deepEqual(
                fromHost,
                program.name === "watch-engine-reader"
                    ? [{ hostPath: "/var/run/docker.sock", containerPath: "/var/run/docker.sock", readOnly: true }]
                    : [],
                program.name,
            );
        }
        const askers = programs.filter((program) => networksOf(program).includes("voice-dev-engine"));
        assert.deepEqual(askers.map(({ name }) => name).sort(), [
            "watch-container-exporter",
            "watch-engine-reader",
            "watch-log-collector",
        ]);
        const resources = await watched();
        assert.deepEqual(networksOf(made(resources, "watch-engine-reader")), ["voice-dev-engine"]);
        assert.equal(made(resources, "host-engine-network").inputs.internal, true);
    });

    it("finds the socket where the host says that its engine has it", async () => {
        const socketOn = async (host: string) =>
            made(await watched({}, undefined, { host }), "watch-engine-reader").inputs.volumes.find(
                ({ hostPath }: { hostPath?: string }) => hostPath !== undefined,
            ).hostPath;
        assert.equal(await socketOn("unix:///run/user/1000/docker.sock"), "/run/user/1000/docker.sock");
        assert.equal(await socketOn("ssh://deploy@host.example"), "/var/run/docker.sock");
    });

    it("lets only the exporters of data near the data, and the front's near the services", async () => {
        const resources = await watched({}, (host, parent) => {
            withPostgres(host, parent);
            withRedis(host, parent);
            withFront(host, parent);
        });
        const on = (network: string) =>
            running(resources)
                .filter((program) => networksOf(program).includes(network))
                .map(({ name }) => name)
                .sort();
        assert.deepEqual(on("voice-dev-data"), ["watch-postgres-exporter", "watch-redis-exporter"]);
        assert.deepEqual(on("voice-dev-services"), ["watch-front-exporter"]);
    });

    it("has networks and volumes of the environment's own", async () => {
        const resources = await watched();
        assert.deepEqual(
            ofType(resources, networkType)
                .map(({ inputs }) => inputs.name)
                .sort(),
            ["voice-dev-engine", "voice-dev-monitoring"],
        );
        for (const { inputs } of ofType(resources, volumeType)) assert.match(inputs.name, /^voice-dev-/);
    });

    it("keeps no secret in a variable or a text that all may read", async () => {
        const resources = await watchedWithMail();
        for (const { name, inputs } of running(resources))
            assert.ok(!JSON.stringify(inputs).includes("opens-mail"), name);
        const carriers = ofType(resources, containerType).filter(({ inputs }) =>
            JSON.stringify(inputs.uploads ?? []).includes("opens-mail"),
        );
        assert.deepEqual(
            carriers.map(({ name, hasSecrets }) => [name, hasSecrets]),
            [["watch-alertmanager-secrets-files", true]],
        );
    });
});

describe("what monitoring is told", () => {
    it("names the components of what runs, by which their figures and lines are known", async () => {
        await plannedOnHost((host, parent) => {
            withPostgres(host, parent);
            withRedis(host, parent);
            const services = [{ role: "api", serviceName: "api-dev", instances: { min: 2, max: 2 } }] as const;
            host.inventory.services.set("api-dev", ["api-container-1", "api-container-2"]);
            const monitored = monitoredBy(host, { ...plainWatch, services });
            assert.equal(monitored.project, "voice");
            assert.equal(monitored.database?.component, "database-server");
            assert.equal(monitored.redis?.memory, 256);
            assert.deepEqual(monitored.services[0]?.components, ["api-container-1", "api-container-2"]);
            assert.equal(monitored.front, undefined);
        });
    });

    it("asks public hosts by the port and the path that visitors use", async () => {
        await plannedOnHost(
            (host) => {
                const hosts = [
                    { called: "api", host: "www.example.com", port: 8443, path: "/api/health" },
                    { called: "web", host: "www.example.com", port: 443, path: "/health" },
                ];
                assert.deepEqual(
                    monitoredBy(host, { ...plainWatch, hosts }).hosts.map(({ url }) => url),
                    ["https://www.example.com:8443/api/health", "https://www.example.com/health"],
                );
            },
            { tier: "pre-production" },
        );
    });

    it("asks no public host in a sandbox, which may be switched off", async () => {
        await plannedOnHost((host) => {
            const hosts = [{ called: "api", host: "api.example.com", path: "/health" }];
            assert.deepEqual(monitoredBy(host, { ...plainWatch, hosts }).hosts, []);
        });
    });
});
