import { strict as assert } from "node:assert";
import type * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../../environment";
import { mebibytes } from "../../../environment/units";
import type { PostgresServer } from "../../../platforms/platform";
import { plannedOn } from "../cloud";
import { named, ofType, theOnly } from "../engine";
import { plainPostgres } from "./postgres-args";

const existing = { instance: "old-server", database: "leads", user: "leads-owner" };

const adopted = async (align: boolean, tier: Tier = "sandbox") => {
    let server: PostgresServer | undefined;
    const resources = await plannedOn(tier, (platform, parent) => {
        server = platform.postgres("database", { ...plainPostgres, adopt: { ...existing, align } }, parent);
        platform.redis(
            "redis",
            {
                version: "7.2",
                memory: mebibytes("1Gi"),
                availability: "basic",
                adopt: { instance: "old-redis", align },
            },
            parent,
        );
        platform.documents("store", { adopt: { database: "(default)", align } }, parent);
    });
    assert.ok(server);
    const holding = ["database-server", "database-user", "database-database", "redis-server", "store-documents"].map(
        (name) => named(resources, name),
    );
    return { resources, server, holding };
};
const resolved = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
    new Promise((resolve) => output.apply(resolve));

describe("What exists and is adopted", () => {
    it("ORA-2 is taken over under the names and identifiers that it has", async () => {
        const { holding } = await adopted(false);
        assert.deepEqual(
            holding.map(({ inputs, adopts }) => [inputs.name, adopts]),
            [
                ["old-server", "projects/acme-voice-dev/instances/old-server"],
                ["leads-owner", "acme-voice-dev/old-server/leads-owner"],
                ["leads", "projects/acme-voice-dev/instances/old-server/databases/leads"],
                ["old-redis", "projects/acme-voice-dev/locations/europe-west2/instances/old-redis"],
                ["(default)", "projects/acme-voice-dev/databases/(default)"],
            ],
        );
    });

    it("ORA-2 changes in nothing until it is aligned, and then keeps the disk that has grown", async () => {
        const before = await adopted(false);
        for (const { name, ignoreChanges } of before.holding) assert.deepEqual(ignoreChanges, ["*"], name);
        const [server, ...others] = (await adopted(true)).holding;
        assert.deepEqual(server?.ignoreChanges, ["settings.diskSize"]);
        for (const { name, ignoreChanges } of others) assert.deepEqual(ignoreChanges, [], name);
    });

    it("ORA-2 is still imported under the same identifier once it is aligned, which then means nothing", async () => {
        const [before, after] = [await adopted(false), await adopted(true)];
        assert.deepEqual(
            after.holding.map(({ adopts }) => adopts),
            before.holding.map(({ adopts }) => adopts),
        );
    });

    it("ORA-2 is deleted in no tier, neither by Pulumi nor by the provider", async () => {
        for (const align of [false, true])
            for (const tier of ["sandbox", "pre-production", "production"] as const) {
                const { holding } = await adopted(align, tier);
                for (const { name, protect } of holding) assert.equal(protect, true, `${tier} ${name}`);
                const [server, , , redis, documents] = holding.map(({ inputs }) => inputs);
                assert.equal(server.deletionProtection, true);
                assert.equal(server.settings.deletionProtectionEnabled, true);
                assert.equal(server.settings.retainBackupsOnDelete, true);
                assert.equal(redis.deletionProtection, true);
                assert.equal(documents.deleteProtectionState, "DELETE_PROTECTION_ENABLED");
                assert.equal(documents.deletionPolicy, "PREVENT");
            }
    });

    it("gives the address by the adopted names, with the password that the user gets when it is aligned", async () => {
        for (const align of [false, true]) {
            const { server } = await adopted(align);
            assert.equal(
                await resolved(server.url),
                `postgresql://leads-owner:${"x".repeat(32)}@10.96.0.3:5432/leads?sslmode=require`,
            );
        }
    });

    it("gets a backup schedule once it is aligned, because it may have one of its own", async () => {
        const schedule = "gcp:firestore/backupSchedule:BackupSchedule";
        assert.equal(ofType((await adopted(false, "production")).resources, schedule).length, 0);
        const { resources } = await adopted(true, "production");
        assert.ok(theOnly(resources, schedule).dependsOn.includes("store-documents"));
    });

    it("is nothing that is made: without a word of it nothing is imported", async () => {
        const resources = await plannedOn("sandbox", (platform, parent) => {
            platform.postgres("database", plainPostgres, parent);
        });
        for (const { name, adopts } of resources) assert.equal(adopts, "", name);
    });
});
