import { strict as assert } from "node:assert";
import { toMebibytes, toSeconds } from "../../../environment/units";
import { type ContainerDescription, runningContainer } from "../../../platforms/docker/container";
import { type Made, made, plannedOnHost } from "./host";

const plain: ContainerDescription = {
    image: "acme/api:r1",
    networks: [],
    cpu: 1,
    memory: toMebibytes(512),
    grace: toSeconds(90),
};
const health = {
    test: ["CMD", "check"],
    interval: toSeconds(5),
    timeout: toSeconds(90),
    retries: 3,
    startPeriod: toSeconds(3600),
};

const container = async (more: Partial<ContainerDescription> = {}): Promise<Made> =>
    made(
        await plannedOnHost((host, parent) => {
            runningContainer(host, "api", { ...plain, ...more }, { parent });
        }),
        "api",
    );

describe("a container on a Docker host", () => {
    it("has as much memory with swap as without, so no swap at all", async () => {
        const { memory, memorySwap } = (await container()).inputs;
        assert.deepEqual([memory, memorySwap], [512, 512]);
    });

    it("writes the CPUs as the provider reads them back, or it would be replaced at each deployment", async () => {
        for (const [cpu, written] of [
            [1, "1.0"],
            [2, "2.0"],
            [0.5, "0.5"],
            [0.25, "0.25"],
        ] as const)
            assert.equal((await container({ cpu })).inputs.cpus, written);
    });

    it("writes lengths of time as Go does, for the same reason", async () => {
        const { interval, timeout, startPeriod } = (await container({ health })).inputs.healthcheck;
        assert.deepEqual([interval, timeout, startPeriod], ["5s", "1m30s", "1h0m0s"]);
    });

    it("keeps 50 MB of its log and no more", async () => {
        const { logDriver, logOpts } = (await container()).inputs;
        assert.deepEqual([logDriver, logOpts], ["json-file", { "max-size": "10m", "max-file": "5" }]);
    });

    it("cannot write its root, save where that is asked for", async () => {
        assert.equal((await container()).inputs.readOnly, true);
        assert.equal((await container({ writable: true })).inputs.readOnly, false);
    });

    it("writes into memory, where it may write but not execute", async () => {
        const { tmpfs } = (await container({ scratch: { "/tmp": toMebibytes(64) } })).inputs;
        assert.deepEqual(tmpfs, { "/tmp": "rw,noexec,nosuid,size=64m" });
    });

    it("has no capability but those that are asked for, and gains none", async () => {
        const { capabilities, securityOpts, privileged } = (await container({ capabilities: ["CHOWN"] })).inputs;
        assert.deepEqual(capabilities, { drops: ["ALL"], adds: ["CAP_CHOWN"] });
        assert.deepEqual(securityOpts, ["no-new-privileges:true"]);
        assert.equal(privileged, undefined);
        assert.deepEqual((await container()).inputs.capabilities.adds, []);
    });

    it("replaces the image's entry point or its command, never both", async () => {
        const started = async (more: Partial<ContainerDescription>) => {
            const { entrypoints, command } = (await container(more)).inputs;
            return { entrypoints, command };
        };
        const [entryPoint, command] = [["sh"], ["serve"]];
        assert.deepEqual(await started({}), { entrypoints: undefined, command: undefined });
        assert.deepEqual(await started({ command }), { entrypoints: undefined, command: ["serve"] });
        assert.deepEqual(await started({ entryPoint }), { entrypoints: ["sh"], command: undefined });
        assert.deepEqual(await started({ entryPoint, command }), { entrypoints: ["sh", "serve"], command: undefined });
    });

    it("has its variables in an order of their own, so that another order is no other container", async () => {
        const { envs } = (await container({ variables: { PORT: "3000", API_HOST: "api" } })).inputs;
        assert.deepEqual(envs, ["API_HOST=api", "PORT=3000"]);
    });

    it("says which project, environment, tier and component it is, and what else is given", async () => {
        const { labels } = (await container({ labels: { release: "r1" } })).inputs;
        assert.deepEqual(
            labels.map(({ label, value }: { label: string; value: string }) => `${label}=${value}`),
            ["project=voice", "environment=dev", "tier=sandbox", "component=api", "release=r1"],
        );
    });

    it("is there before the one that it replaces is gone, and is replaced where Docker would ignore a change", async () => {
        const { deleteBeforeReplace, replaceOnChanges } = (await container()).opts;
        assert.equal(deleteBeforeReplace, false);
        assert.deepEqual(replaceOnChanges, ["healthcheck", "tmpfs", "init"]);
    });

    it("has its grace from the engine and from the provider, which waits longer than that", async () => {
        const { inputs, opts } = await container({ grace: toSeconds(3600) });
        assert.deepEqual([inputs.stopTimeout, inputs.destroyGraceSeconds], [3600, 3600]);
        assert.equal(opts.customTimeouts?.delete, "3720s");
    });

    it("is restarted whenever it ends", async () => {
        assert.equal((await container()).inputs.restart, "always");
    });

    it("is waited for where it can say that it is healthy, and for three minutes at most", async () => {
        const waiting = async (more: Partial<ContainerDescription>) => {
            const { wait, waitTimeout } = (await container(more)).inputs;
            return [wait, waitTimeout];
        };
        assert.deepEqual(await waiting({ health }), [true, 180]);
        assert.deepEqual(await waiting({ health, readyWithin: 900 }), [true, 900]);
        assert.deepEqual(await waiting({ health, healthyLater: true }), [false, undefined]);
        assert.deepEqual(await waiting({}), [false, undefined]);
    });

    it("publishes a port at the address that is said, in the order of the provider's answer", async () => {
        const { ports } = (
            await container({
                ports: { 8443: { address: "203.0.113.7", port: 443 }, 8080: { address: "203.0.113.7", port: 80 } },
            })
        ).inputs;
        assert.deepEqual(
            ports.map(({ internal, external, ip }: { internal: number; external: number; ip: string }) => [
                internal,
                external,
                ip,
            ]),
            [
                [8080, 80, "203.0.113.7"],
                [8443, 443, "203.0.113.7"],
            ],
        );
    });

    it("mounts volumes and folders of the host, for reading alone unless it is to write", async () => {
        const { volumes, mounts } = (
            await container({
                volumes: { "/data": "voice-data" },
                sharedVolumes: { "/certificates": "voice-certificates" },
                fromHost: { "/etc/ssl": "/srv/ssl" },
                ontoHost: { "/backups": "/mnt/backups" },
            })
        ).inputs;
        assert.deepEqual(volumes, [
            { volumeName: "voice-data", containerPath: "/data" },
            { volumeName: "voice-certificates", containerPath: "/certificates", readOnly: true },
            { hostPath: "/srv/ssl", containerPath: "/etc/ssl", readOnly: true },
        ]);
        // A bind mount fails where the folder is missing; a volume would make it.
        assert.deepEqual(mounts, [{ type: "bind", source: "/mnt/backups", target: "/backups" }]);
    });

    it("is made when its image is there", async () => {
        const { dependsOn } = await container();
        assert.ok(
            dependsOn.some((name) => /^host-api-[0-9a-f]{6}-image$/.test(name)),
            dependsOn.join(),
        );
    });
});
