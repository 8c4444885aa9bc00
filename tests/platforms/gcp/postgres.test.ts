import { strict as assert } from "node:assert";
import type * as pulumi from "@pulumi/pulumi";
import { isSecret } from "@pulumi/pulumi";
import type { Tier } from "../../../environment";
import { mebibytes } from "../../../environment/units";
import type { PostgresArgs, PostgresServer } from "../../../platforms/platform";
import { plannedOn } from "../cloud";
import { named, ofType, theOnly } from "../engine";
import { plainPostgres } from "./postgres-args";

const instanceType = "gcp:sql/databaseInstance:DatabaseInstance";
const planServer = async (bent: Partial<PostgresArgs> = {}, tier: Tier = "sandbox") => {
    let server: PostgresServer | undefined;
    const resources = await plannedOn(tier, (platform, parent) => {
        server = platform.postgres("database", { ...plainPostgres, ...bent }, parent);
    });
    assert.ok(server);
    return { resources, server };
};
const settingsOf = async (bent: Partial<PostgresArgs> = {}, tier: Tier = "sandbox") =>
    theOnly((await planServer(bent, tier)).resources, instanceType).inputs.settings;
const resolved = <Value>(output: pulumi.Output<Value>): Promise<Value> =>
    new Promise((resolve) => output.apply(resolve));

describe("PostgreSQL on Cloud SQL", () => {
    it("ORB-10 has 20 GB of SSD that grow by themselves, and growth does not replace the server", async () => {
        const instance = theOnly((await planServer()).resources, instanceType);
        const { diskSize, diskAutoresize, diskType } = instance.inputs.settings;
        assert.deepEqual([diskSize, diskAutoresize, diskType], [20, true, "PD_SSD"]);
        assert.deepEqual(instance.ignoreChanges, ["settings.diskSize"]);
    });

    it("ORB-10 takes a snapshot a day and keeps seven", async () => {
        const { backupConfiguration } = await settingsOf();
        assert.equal(backupConfiguration.enabled, true);
        assert.equal(backupConfiguration.startTime, "03:00");
        assert.deepEqual(backupConfiguration.backupRetentionSettings, { retainedBackups: 7, retentionUnit: "COUNT" });
        assert.equal(backupConfiguration.pointInTimeRecoveryEnabled, true);
        assert.equal(backupConfiguration.transactionLogRetentionDays, 7);
    });

    it("asks for no recovery to a moment where there are no backups", async () => {
        const backups = { ...plainPostgres.backups, enabled: false };
        const { backupConfiguration } = await settingsOf({ backups });
        assert.equal(backupConfiguration.pointInTimeRecoveryEnabled, false);
        assert.equal(backupConfiguration.transactionLogRetentionDays, undefined);
    });

    it("ORB-10 speaks TLS only, at a private address only", async () => {
        const { resources } = await planServer();
        const instance = theOnly(resources, instanceType);
        const { ipConfiguration } = instance.inputs.settings;
        assert.equal(ipConfiguration.ipv4Enabled, false);
        assert.equal(ipConfiguration.sslMode, "ENCRYPTED_ONLY");
        assert.equal(ipConfiguration.privateNetwork, "cloud-network-id");
        assert.ok(instance.dependsOn.includes("cloud-private-services"));
    });

    it("says its edition, which PostgreSQL 16 would otherwise choose itself, on replicas too", async () => {
        const { resources } = await planServer({ replicas: 2 });
        const instances = ofType(resources, instanceType);
        assert.equal(instances.length, 3);
        for (const { inputs } of instances) {
            assert.equal(inputs.settings.edition, "ENTERPRISE");
            assert.equal(inputs.settings.tier, "db-custom-1-3840");
        }
    });

    it("runs Enterprise Plus on the machines that it has", async () => {
        const settings = await settingsOf({ edition: "enterprise-plus", cpu: 4, memory: mebibytes("32Gi") });
        assert.equal(settings.edition, "ENTERPRISE_PLUS");
        assert.equal(settings.tier, "db-perf-optimized-N-4");
    });

    it("ACG-3 has read replicas that follow the primary, allow its connections and are not backed up", async () => {
        const { resources, server } = await planServer({ replicas: 1 });
        const primary = named(resources, "database-server").inputs;
        const replica = named(resources, "database-replica-1").inputs;
        assert.equal(replica.masterInstanceName, primary.name);
        assert.equal(replica.settings.backupConfiguration, undefined);
        assert.deepEqual(replica.settings.databaseFlags, primary.settings.databaseFlags);
        assert.equal(server.replicaUrls.length, 1);
    });

    it("VFD-2 ends statements at the server after the time given, and caps the connections", async () => {
        const { databaseFlags } = await settingsOf();
        assert.ok(databaseFlags.some((flag: object) => matches(flag, "statement_timeout", "5000")));
        assert.ok(databaseFlags.some((flag: object) => matches(flag, "max_connections", "100")));
    });

    it("keeps callers' data out of its logs", async () => {
        const { databaseFlags, insightsConfig } = await settingsOf();
        assert.ok(!databaseFlags.some(({ name }: { name: string }) => name === "log_min_duration_statement"));
        assert.equal(insightsConfig.recordClientAddress, false);
    });

    it("gives its address as a secret, with a password that needs no escaping and TLS", async () => {
        const { resources, server } = await planServer();
        assert.equal(await isSecret(server.url), true);
        assert.equal(
            await resolved(server.url),
            `postgresql://voice:${"x".repeat(32)}@10.96.0.3:5432/voice?sslmode=require`,
        );
        const password = theOnly(resources, "random:index/randomPassword:RandomPassword").inputs;
        assert.deepEqual([password.length, password.special], [32, false]);
    });

    it("leaves role and database to the server's own end, which PostgreSQL would refuse to drop", async () => {
        const { resources } = await planServer();
        assert.equal(theOnly(resources, "gcp:sql/user:User").inputs.deletionPolicy, "ABANDON");
        assert.equal(theOnly(resources, "gcp:sql/database:Database").inputs.deletionPolicy, "ABANDON");
    });

    it("can be destroyed below production; production refuses, at the provider and at Google", async () => {
        for (const [tier, kept] of [
            ["sandbox", false],
            ["pre-production", false],
            ["production", true],
        ] as const) {
            const { inputs } = theOnly((await planServer({}, tier)).resources, instanceType);
            assert.equal(inputs.deletionProtection, kept, tier);
            assert.equal(inputs.settings.deletionProtectionEnabled, kept, tier);
            assert.equal(inputs.settings.retainBackupsOnDelete, kept, tier);
        }
    });

    it("is updated a week later in production than below it", async () => {
        assert.equal((await settingsOf({}, "pre-production")).maintenanceWindow.updateTrack, "canary");
        assert.equal((await settingsOf({}, "production")).maintenanceWindow.updateTrack, "stable");
    });
});

const matches = (flag: object, name: string, value: string): boolean =>
    JSON.stringify(flag) === JSON.stringify({ name, value });
