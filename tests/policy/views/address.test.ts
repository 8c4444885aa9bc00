import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import { dataAddresses } from "../../../policy/views";
import { preProduction } from "../environments";
import { interpolated, resource } from "../facts-builders";

const written = (name: string, value: Value) =>
    dataAddresses({ name, value, property: "envs", path: "envs[0]" }).map(({ written }) => written);
const server = resource(preProduction(), "gcp:sql/databaseInstance:DatabaseInstance", "server", {});

describe("an address of data", () => {
    const table: readonly (readonly [string, string, readonly string[]])[] = [
        ["ANY", "postgresql://app:x@10.0.0.3:5432/app", ["10.0.0.3"]],
        ["ANY", "postgres://app:p@ss@db.internal/app?sslmode=require", ["db.internal"]],
        ["ANY", "mongodb://a.internal:27017,b.internal:27017/x", ["a.internal", "b.internal"]],
        ["ANY", "mongodb+srv://reader@cluster0.example.net/leads", ["cluster0.example.net"]],
        ["ANY", "rediss://:x@[fd00::1]:6378", ["fd00::1"]],
        ["ANY", "jdbc:postgresql://db.internal:5432/app", ["db.internal"]],
        ["ANY", "postgresql+asyncpg://app@db.internal/app", ["db.internal"]],
        ["ANY", "gs://recordings/2026", ["recordings"]],
        ["ANY", "postgresql://app@/app?host=/cloudsql/acme:europe-west2:db", ["", "acme:europe-west2:db"]],
        ["REDIS_HOST", "10.0.0.4:6379", ["10.0.0.4"]],
        ["PGHOST", "db", ["db"]],
        ["PGHOSTADDR", "10.0.0.4", ["10.0.0.4"]],
        ["DB_IP", "10.0.0.4", ["10.0.0.4"]],
        ["DB_ADDR", "10.0.0.4", ["10.0.0.4"]],
        ["DATABASE_HOST_NAME", "db", ["db"]],
        ["DB_CONNECTION_STRING", "db:5432", ["db"]],
        ["APP_DSN", "db:5432", ["db"]],
        ["SENTRY_DSN", "https://key@o1.ingest.sentry.io/1", []],
        ["SERVER_IP", "10.0.0.4", []],
        ["DB_IP_RANGE", "10.0.0.0", []],
        ["HOST_NAME", "web", []],
        ["DATABASE_URL", "https://abc.supabase.co/rest", ["abc.supabase.co"]],
        ["RECORDINGS_BUCKET", "recordings", ["recordings"]],
        ["INSTANCE_CONNECTION_NAME", "acme:europe-west2:db", ["acme:europe-west2:db"]],
        ["GOOGLE_CLOUD_PROJECT", "acme-voice", ["acme-voice"]],
        ["PROJECT_ID", "acme-voice", ["acme-voice"]],
        ["SENTRY_PROJECT_ID", "45", []],
        ["API_HOST", "10.0.0.4", []],
        ["DATABASE_POOL_MAX", "10", []],
        ["DATABASE_NAME", "voice", []],
        ["REDIS_PREFIX", "staging", []],
        ["REDIS_HOST", "", []],
        ["DOCS", "https://www.postgresql.org", []],
    ];
    for (const [name, value, expected] of table) {
        it(`${name}=${value} is ${JSON.stringify(expected)}`, () => assert.deepEqual(written(name, value), expected));
    }
    it("is known to be made from a resource", () => {
        const [address] = dataAddresses({
            name: "DATABASE_URL",
            value: interpolated`postgresql://app:${[server, "password"]}@${[server, "privateIpAddress"]}:5432/app`,
            property: "envs",
            path: "envs[0]",
        });
        assert.deepEqual(address?.references, [{ urn: server.urn, property: "privateIpAddress" }]);
        assert.equal(address?.written, "");
    });
});
