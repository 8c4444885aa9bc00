import { strict as assert } from "node:assert";
import { type Made, made, plainPostgres, plannedOnHost, textsOf, variablesOf } from "./host";

const planned = (extensions: readonly string[]) =>
    plannedOnHost((host, parent) => {
        const { url } = host.postgres("database", { ...plainPostgres, extensions }, parent);
        const variables = { DATABASE_URL: host.secret("url", { called: "database-url", value: url }) };
        host.job("migrate", { ...job, variables }, parent);
    });
const job = {
    jobName: "migrate-dev",
    image: "acme/api:r1",
    cpu: 1,
    memory: plainPostgres.memory,
    timeout: plainPostgres.statementTimeout,
    retries: 0,
    uses: [],
    privateNetwork: true,
    secretsAs: "files",
    runs: { when: "needed", because: ["r1"] },
} as const;
const creating = (resources: readonly Made[]): Made => made(resources, "database-extensions-job");

describe("extensions of PostgreSQL on a Docker host", () => {
    it("are created by the server's own image, each where it is not there yet, and stop at an error", async () => {
        const resources = await planned(["pgcrypto", "vector"]);
        const { image, entrypoints, restart } = creating(resources).inputs;
        assert.equal(image, made(resources, "database-server").inputs.image);
        assert.match(entrypoints[2], /psql -v ON_ERROR_STOP=1/);
        assert.equal(
            entrypoints[3],
            'CREATE EXTENSION IF NOT EXISTS "pgcrypto"; CREATE EXTENSION IF NOT EXISTS "vector";',
        );
        assert.equal(restart, "no");
    });

    it("are created on a server that is healthy, before anybody is told of it", async () => {
        const resources = await planned(["vector"]);
        assert.ok(creating(resources).dependsOn.includes("database-server"));
        assert.ok(made(resources, "migrate-secrets-files").dependsOn.includes("database-extensions-ended"));
    });

    it("take the password from a file", async () => {
        const resources = await planned(["vector"]);
        const password = "x".repeat(40);
        assert.ok(!JSON.stringify(creating(resources).inputs).includes(password));
        assert.deepEqual(textsOf(made(resources, "database-extensions-secrets-files")), {
            "/run/secrets/password": password,
        });
        const { PGHOST, PGDATABASE, PGUSER } = variablesOf(creating(resources));
        assert.deepEqual([PGHOST, PGDATABASE, PGUSER], ["voice-dev-database", "voice", "voice"]);
    });

    it("are no job where none is asked for", async () => {
        const resources = await planned([]);
        assert.ok(!resources.some(({ name }) => name.startsWith("database-extensions")));
    });
});
