import { strict as assert } from "node:assert";
import { Redis } from "../../components";
import { cloud } from "../platforms/cloud";
import { named, planned, theOnly } from "../platforms/engine";

const planRedis = (tier: "sandbox" | "production") => planned(() => new Redis("redis", { platform: cloud(tier) }));

describe("Redis, alone in a bare program", () => {
    it("ORB-10 has 1 GB, in the standard tier above the sandbox", async () => {
        const production = theOnly(await planRedis("production"), "gcp:redis/instance:Instance").inputs;
        assert.deepEqual([production.tier, production.memorySizeGb], ["STANDARD_HA", 1]);
        const sandbox = theOnly(await planRedis("sandbox"), "gcp:redis/instance:Instance").inputs;
        assert.equal(sandbox.tier, "BASIC");
    });

    it("puts its address and its certificate into the vault, each environment under its own name", async () => {
        const resources = await planRedis("production");
        assert.equal(named(resources, "redis-url").inputs.secretId, "dev-redis-url");
        assert.equal(named(resources, "redis-url-version").inputs.secretData, "rediss://:c0ffee@10.96.1.4:6378");
        assert.equal(named(resources, "redis-url-version").hasSecrets, true);
        assert.equal(named(resources, "redis-certificates").inputs.secretId, "dev-redis-ca-cert");
    });

    it("owns what it makes", async () => {
        const resources = await planRedis("production");
        for (const name of ["redis-server", "redis-url", "redis-url-version", "redis-certificates"])
            assert.equal(named(resources, name).parent, "redis", name);
    });
});
