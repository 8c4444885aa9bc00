import { strict as assert } from "node:assert";
import { made, textsOf, variablesOf } from "../host";
import { watched, withPostgres } from "./watched-host";

describe("what looks into PostgreSQL", () => {
    it("signs in as a role of its own, which a job makes after the server and before it", async () => {
        const resources = await watched({}, withPostgres);
        const { DATA_SOURCE_URI, DATA_SOURCE_USER, DATA_SOURCE_PASS_FILE } = variablesOf(
            made(resources, "watch-postgres-exporter"),
        );
        assert.equal(DATA_SOURCE_URI, "voice-dev-database:5432/voice?sslmode=disable");
        assert.deepEqual([DATA_SOURCE_USER, DATA_SOURCE_PASS_FILE], ["ringfence_monitoring", "/run/secrets/password"]);
        const job = made(resources, "watch-postgres-role-job");
        assert.deepEqual([job.inputs.restart, job.inputs.attach], ["no", true]);
        assert.equal(job.inputs.image, made(resources, "database-server").inputs.image);
    });

    it("may see the server's figures and nothing in the tables, however often the job runs", async () => {
        const texts = textsOf(made(await watched({}, withPostgres), "watch-postgres-role-secrets-files"));
        const script = texts["/run/secrets/postgres-role.sql"] ?? assert.fail();
        assert.match(script, /WHERE NOT EXISTS/);
        assert.deepEqual(script.match(/^GRANT .*$/gm), ["GRANT pg_monitor TO ringfence_monitoring;"]);
        assert.doesNotMatch(script, /SUPERUSER|CREATEDB|CREATEROLE/);
        // The only statement with the password is the last: the ones that may fail stand in the log.
        assert.match(script.trimEnd().split("\n").at(-1) ?? "", /PASSWORD :'password';$/);
    });
});
