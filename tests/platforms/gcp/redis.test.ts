import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../../environment";
import { mebibytes } from "../../../environment/units";
import type { RedisArgs, RedisServer } from "../../../platforms/platform";
import { plannedOn } from "../cloud";
import { theOnly } from "../engine";

const plain: RedisArgs = { version: "7.2", memory: mebibytes("1Gi"), availability: "basic" };
const planRedis = async (bent: Partial<RedisArgs> = {}, tier: Tier = "sandbox") => {
    let server: RedisServer | undefined;
    const resources = await plannedOn(tier, (platform, parent) => {
        server = platform.redis("redis", { ...plain, ...bent }, parent);
    });
    assert.ok(server);
    return { instance: theOnly(resources, "gcp:redis/instance:Instance"), server };
};

describe("Redis on Memorystore", () => {
    it("ORB-10 is encrypted in transit, wants a password and has a private address", async () => {
        const { instance } = await planRedis();
        assert.equal(instance.inputs.transitEncryptionMode, "SERVER_AUTHENTICATION");
        assert.equal(instance.inputs.authEnabled, true);
        assert.equal(instance.inputs.connectMode, "PRIVATE_SERVICE_ACCESS");
        assert.equal(instance.inputs.authorizedNetwork, "cloud-network-id");
        assert.ok(instance.dependsOn.includes("cloud-private-services"));
    });

    it("ORB-10 has a replica and snapshots in the standard tier, and neither in the basic one", async () => {
        const standard = (await planRedis({ availability: "standard" })).instance.inputs;
        assert.equal(standard.tier, "STANDARD_HA");
        assert.equal(standard.memorySizeGb, 1);
        assert.equal(standard.persistenceConfig.persistenceMode, "RDB");
        const basic = (await planRedis()).instance.inputs;
        assert.equal(basic.tier, "BASIC");
        assert.equal(basic.persistenceConfig.persistenceMode, "DISABLED");
    });

    it("runs the version asked for", async () => {
        for (const [version, called] of [
            ["6.x", "REDIS_6_X"],
            ["7.0", "REDIS_7_0"],
            ["7.2", "REDIS_7_2"],
        ] as const)
            assert.equal((await planRedis({ version })).instance.inputs.redisVersion, called);
    });

    it("refuses writes when full instead of losing a job", async () => {
        assert.deepEqual((await planRedis()).instance.inputs.redisConfigs, { "maxmemory-policy": "noeviction" });
    });

    it("gives its address as a secret with TLS, and its certificates in one text", async () => {
        const { server } = await planRedis();
        assert.equal(await pulumi.isSecret(server.url), true);
        const [url, certificates] = await new Promise<string[]>((resolve) =>
            pulumi.all([server.url, server.certificates ?? assert.fail()]).apply(resolve),
        );
        assert.equal(url, "rediss://:c0ffee@10.96.1.4:6378");
        assert.equal(certificates, "-----BEGIN CERTIFICATE-----");
    });

    it("can be destroyed below production and refuses in it", async () => {
        assert.equal((await planRedis({}, "sandbox")).instance.inputs.deletionProtection, false);
        assert.equal((await planRedis({}, "production")).instance.inputs.deletionProtection, true);
    });
});
