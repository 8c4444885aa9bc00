import { strict as assert } from "node:assert";
import { Database, seconds } from "../../components";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned, type Registered, theOnly } from "../platforms/engine";

const instanceType = "gcp:sql/databaseInstance:DatabaseInstance";

/** Plans a database and returns what it tells its services, beside the resources. */
async function planDatabase(make: () => Database) {
    let database: Database | undefined;
    const resources: readonly Registered[] = await planned(() => {
        database = make();
    });
    assert.ok(database);
    return { resources, database };
}

describe("Database, alone in a bare program", () => {
    it("ORB-10 is PostgreSQL with 20 GB and 7 daily backups unless told otherwise", async () => {
        const { resources, database } = await planDatabase(
            () => new Database("database", { platform: cloud(), engine: "postgresql" }),
        );
        const { inputs } = theOnly(resources, instanceType);
        assert.equal(inputs.databaseVersion, "POSTGRES_16");
        assert.equal(inputs.settings.diskSize, 20);
        assert.equal(inputs.settings.backupConfiguration.backupRetentionSettings.retainedBackups, 7);
        assert.equal(database.privateNetwork, true);
        assert.ok("DATABASE_URL" in database.variables);
    });

    it("keeps a standby in a second zone in production and not below it", async () => {
        const availability = async (tier: "pre-production" | "production") => {
            const { resources } = await planDatabase(
                () => new Database("database", { platform: cloud(tier), engine: "postgresql" }),
            );
            return theOnly(resources, instanceType).inputs.settings.availabilityType;
        };
        assert.deepEqual(
            [await availability("pre-production"), await availability("production")],
            ["ZONAL", "REGIONAL"],
        );
    });

    it("VFD-2 tells its services a pool of 5 to 20, 10 s to connect and 5 s a statement", async () => {
        const pool = {
            min: 5,
            max: 20,
            timeout: seconds("10s"),
            connectTimeout: seconds("10s"),
            statementTimeout: seconds("5s"),
        };
        const { resources, database } = await planDatabase(
            () => new Database("database", { platform: cloud(), engine: "postgresql", pool }),
        );
        const { variables } = database;
        assert.equal(variables.DATABASE_POOL_MIN, "5");
        assert.equal(variables.DATABASE_POOL_MAX, "20");
        assert.equal(variables.DATABASE_CONNECT_TIMEOUT_MS, "10000");
        assert.equal(variables.DATABASE_STATEMENT_TIMEOUT_MS, "5000");
        const { databaseFlags } = theOnly(resources, instanceType).inputs.settings;
        assert.ok(databaseFlags.some(({ name, value }: Flag) => name === "statement_timeout" && value === "5000"));
    });

    it("VFD-3 has 50 connections, 10 s a statement, 30 s for a free connection, and TLS", async () => {
        const pool = { max: 50, timeout: seconds("30s"), statementTimeout: seconds("10s") };
        const { resources, database } = await planDatabase(
            () => new Database("database", { platform: cloud("production"), engine: "postgresql", pool }),
        );
        assert.equal(database.variables.DATABASE_POOL_MAX, "50");
        assert.equal(database.variables.DATABASE_POOL_TIMEOUT_MS, "30000");
        assert.equal(database.variables.DATABASE_STATEMENT_TIMEOUT_MS, "10000");
        assert.equal(theOnly(resources, instanceType).inputs.settings.ipConfiguration.sslMode, "ENCRYPTED_ONLY");
    });

    it("tells its services the read replicas where it has some, in the vault", async () => {
        const { resources, database } = await planDatabase(
            () => new Database("database", { platform: cloud("production"), engine: "postgresql", replicas: 2 }),
        );
        assert.ok("DATABASE_REPLICA_URLS" in database.variables);
        const { secretData } = named(resources, "database-replica-urls-version").inputs;
        assert.equal(secretData.split(",").length, 2);
    });

    it("MVA-2 is a Firestore database of the environment's own", async () => {
        const { resources, database } = await planDatabase(
            () => new Database("database", { platform: cloud(), engine: "firestore" }),
        );
        assert.equal(theOnly(resources, "gcp:firestore/database:Database").inputs.name, "database-dev");
        assert.equal(database.privateNetwork, false);
        assert.equal(ofType(resources, "gcp:secretmanager/secret:Secret").length, 0);
    });

    it("VFD-1 is a Supabase project by address and public key, with 5 connections and 10 s to get one", async () => {
        const { resources, database } = await planDatabase(
            () =>
                new Database("database", {
                    platform: cloud(),
                    engine: "supabase",
                    url: "https://abcdefghijklmnop.supabase.co",
                    anonKey: "eyJhbGciOiJIUzI1NiJ9.public",
                    pool: { max: 5, timeout: seconds("10s") },
                }),
        );
        const { variables } = database;
        assert.equal(variables.EXPO_PUBLIC_SUPABASE_URL, "https://abcdefghijklmnop.supabase.co");
        assert.equal(variables.EXPO_PUBLIC_SUPABASE_ANON_KEY, "eyJhbGciOiJIUzI1NiJ9.public");
        assert.equal(variables.DATABASE_POOL_MAX, "5");
        assert.equal(variables.DATABASE_POOL_TIMEOUT_MS, "10000");
        assert.equal(resources.filter(({ type }) => type.startsWith("gcp:")).length, 0);
    });
});

interface Flag {
    readonly name: string;
    readonly value: string;
}
