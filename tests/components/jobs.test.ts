import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { VoicePlatform } from "../../components";
import { createExtensions } from "../../components/schema/create-extensions";
import { customersFile } from "../../components/voice-platform/customers-file";
import type { Environment } from "../../environment";
import { named, ofType, planned, type Registered } from "../platforms/engine";
import { preProduction, production, sandbox } from "./environments";

const plan = (environment: Environment): Promise<readonly Registered[]> =>
    planned(() => void new VoicePlatform("voice", { environment }));
const jobType = "gcp:cloudrunv2/job:Job";
const names = (resources: readonly Registered[]) =>
    ofType(resources, jobType)
        .map(({ inputs }) => inputs.name)
        .sort();

function variables(resources: readonly Registered[], job: string): Readonly<Record<string, string>> {
    const { envs } = named(resources, job).inputs.template.template.containers[0];
    return Object.fromEntries(
        envs.map((env: { name: string; value?: string; valueSource?: { secretKeyRef: { secret: string } } }) => [
            env.name,
            env.value ?? `vault:${env.valueSource?.secretKeyRef.secret}`,
        ]),
    );
}

describe("Schema", () => {
    const database = { engine: "postgresql", extensions: ["vector", "uuid-ossp"] };

    it("makes nothing where nothing is asked for", async () => {
        assert.deepEqual(names(await plan(preProduction())), []);
    });

    it("ORA-2 makes the extensions first, then migrates, then lets the API have the release", async () => {
        const resources = await plan(preProduction({ database, jobs: { migrate: {} } }));
        assert.deepEqual(names(resources), ["extensions-staging", "migrate-staging"]);
        assert.ok(named(resources, "voice-schema-migrate-job").dependsOn.includes("voice-schema-extensions-job"));
        assert.ok(named(resources, "voice-api-service").dependsOn.includes("voice-schema-migrate-job"));
        const [container] = named(resources, "voice-schema-extensions-job").inputs.template.template.containers;
        assert.deepEqual(container.commands, ["sh", "-ec"]);
        assert.match(container.args[0], /^psql "\$DATABASE_URL" .*ON_ERROR_STOP=1 .*"vector"' .*"uuid-ossp"'$/);
    });

    it("refuses an extension whose name is more than a name", () => {
        for (const name of ['x"; DROP TABLE calls; --', "x' ; rm -rf /", "Vector", ""])
            assert.throws(() => createExtensions([name]), /is no name of a PostgreSQL extension/);
    });

    it("tells its jobs of the primary alone, gives them the time they take, and no credential of anything else", async () => {
        const resources = await plan(production({ jobs: { migrate: {} } }));
        const told = variables(resources, "voice-schema-migrate-job");
        assert.equal(told.DATABASE_URL, "vault:main-database-url");
        assert.deepEqual(
            Object.values(told).filter((value) => value.startsWith("vault:")),
            ["vault:main-database-url"],
        );
        assert.equal(told.DATABASE_STATEMENT_TIMEOUT_MS, "0");
        assert.equal(told.PGOPTIONS, "-c statement_timeout=0");
        assert.equal(told.NODE_ENV, "production");
    });
});

describe("MockCustomers", () => {
    it("MVA-2 loads the CSV again when its content is another", async () => {
        const folder = mkdtempSync(join(tmpdir(), "customers-"));
        try {
            const file = join(folder, "customers.csv");
            const token = async (text: string) => {
                writeFileSync(file, text);
                const safeguards = { customers: "mock", customersFile: relative(process.cwd(), file) };
                const resources = await plan(sandbox({ jobs: { loadCustomers: {} }, safeguards }));
                return named(resources, "voice-customers-load-job").inputs.runExecutionToken;
            };
            const first = await token("id\n1\n");
            assert.equal(await token("id\n1\n"), first);
            assert.notEqual(await token("id\n2\n"), first);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });

    it("comes after the migration where there is one", async () => {
        const safeguards = { customers: "mock", customersFile: "fixtures/customers.csv" };
        const database = { engine: "postgresql" };
        const resources = await plan(sandbox({ database, jobs: { migrate: {}, loadCustomers: {} }, safeguards }));
        assert.ok(named(resources, "voice-customers-load-job").dependsOn.includes("voice-schema-migrate-job"));
    });

    it("tells which key names a file that is not there, is empty or is too large", () => {
        const folder = mkdtempSync(join(tmpdir(), "customers-"));
        const reading = (customersFileIs: string) => () =>
            customersFile(sandbox({ safeguards: { customers: "mock", customersFile: customersFileIs } }));
        try {
            const file = join(folder, "customers.csv");
            const path = relative(process.cwd(), file);
            assert.throws(
                reading("fixtures/nobody.csv"),
                /ringfence:safeguards\.customersFile.*is no file.*→ correct/s,
            );
            writeFileSync(file, "id,name\n");
            assert.throws(reading(path), /holds no customer/);
            writeFileSync(file, `id\n${"x\n".repeat(40_000)}`);
            assert.throws(reading(path), /larger than 64 KiB/);
        } finally {
            rmSync(folder, { recursive: true, force: true });
        }
    });
});

describe("Anonymiser and Seed", () => {
    it("ORA-7 reads production's replica, or its database where there is none", async () => {
        const seeding = { role: "source", bucket: "acme-voice-staging-seed" };
        const told = variables(await plan(production({ seeding })), "voice-anonymiser-export-job");
        assert.equal(told.DATABASE_REPLICA_URLS, "vault:main-database-replica-urls");
        assert.equal(told.DATABASE_URL, undefined);
        const alone = production({ seeding, database: { engine: "postgresql" } });
        assert.equal(
            variables(await plan(alone), "voice-anonymiser-export-job").DATABASE_URL,
            "vault:main-database-url",
        );
    });

    it("ORA-7 gives a dump its time to live, and the declared writer the permission to add one", async () => {
        const writer = "main-anonymiser@acme-voice-main.iam.gserviceaccount.com";
        const resources = await plan(preProduction({ seeding: { role: "target", writer, keepFor: "7d" } }));
        const bucket = named(resources, "voice-seed-dumps-bucket").inputs;
        assert.equal(bucket.name, "acme-voice-staging-seed");
        assert.deepEqual(bucket.lifecycleRules, [{ action: { type: "Delete" }, condition: { age: 7 } }]);
        const grant = named(resources, "voice-seed-written-by-anonymiser").inputs;
        assert.deepEqual([grant.role, grant.member], ["roles/storage.objectCreator", `serviceAccount:${writer}`]);
    });
});
