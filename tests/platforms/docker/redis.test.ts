import { strict as assert } from "node:assert";
import { toMebibytes } from "../../../environment/units";
import type { RedisArgs } from "../../../platforms/platform";
import { type Made, made, plannedOnHost, textsOf } from "./host";

const plain: RedisArgs = { version: "7.2", memory: toMebibytes(1024), availability: "basic" };
const password = "x".repeat(40);

const planned = (more: Partial<RedisArgs> = {}, tier: "sandbox" | "production" = "sandbox") =>
    plannedOnHost((host, parent) => host.redis("redis", { ...plain, ...more }, parent), { tier });
const server = async (more?: Partial<RedisArgs>): Promise<Made> => made(await planned(more), "redis-server");

describe("Redis on a Docker host", () => {
    it("keeps its data in a volume, which is protected in production alone", async () => {
        const resources = await planned();
        assert.deepEqual(made(resources, "redis-server").inputs.volumes.at(-1), {
            volumeName: "voice-dev-redis-data",
            containerPath: "/data",
        });
        assert.equal(made(resources, "redis-data-volume").protect, false);
        assert.equal(made(await planned({}, "production"), "redis-data-volume").protect, true);
    });

    it("writes every change to disk and throws nothing away when it is full: queues are in it", async () => {
        const configuration = textsOf(made(await planned(), "redis-secrets-files"))["/run/secrets/redis.conf"] ?? "";
        for (const line of ["maxmemory 1024mb", "maxmemory-policy noeviction", "appendonly yes", "dir /data"])
            assert.ok(configuration.split("\n").includes(line), line);
    });

    it("has memory for a copy of what changes while it writes, beside its data", async () => {
        const { memory, memorySwap } = (await server()).inputs;
        assert.deepEqual([memory, memorySwap], [1280, 1280]);
    });

    it("asks for a password, which only the carrier's files have", async () => {
        const resources = await planned();
        const carrier = made(resources, "redis-secrets-files");
        assert.equal(textsOf(carrier)["/run/secrets/password"], password);
        assert.match(textsOf(carrier)["/run/secrets/redis.conf"] ?? "", new RegExp(`^requirepass ${password}$`, "m"));
        const { inputs } = made(resources, "redis-server");
        assert.ok(!JSON.stringify(inputs).includes(password));
        assert.deepEqual(inputs.command, ["redis-server", "/run/secrets/redis.conf"]);
    });

    it("is asked every 10 s for 5 s, five times, with the password from its file", async () => {
        const { tests, interval, timeout, retries } = (await server()).inputs.healthcheck;
        assert.match(tests[1], /REDISCLI_AUTH="\$\(cat \/run\/secrets\/password\)" redis-cli ping \| grep -q PONG/);
        assert.deepEqual([interval, timeout, retries], ["10s", "5s", 5]);
    });

    it("is in the data network alone, publishes no port, and is one at a time on its data", async () => {
        const { inputs, opts } = await server();
        assert.deepEqual(inputs.networksAdvanced, [{ name: "voice-dev-data", aliases: ["voice-dev-redis"] }]);
        assert.equal(inputs.ports, undefined);
        assert.equal(inputs.name, "voice-dev-redis");
        assert.equal(opts.deleteBeforeReplace, true);
        assert.equal(inputs.destroyGraceSeconds, 60);
    });

    it("is of the version that is asked for, by digest", async () => {
        for (const version of ["6.x", "7.0", "7.2"] as const)
            assert.match(
                (await server({ version })).inputs.image,
                new RegExp(`^redis:${version === "6.x" ? "6.2" : version}-alpine@sha256:[0-9a-f]{64}$`),
            );
    });
});
