import { strict as assert } from "node:assert";
import type { PostgresArgs, PostgresServer } from "../../../platforms/platform";
import { ofType } from "../engine";
import { type Made, made, plainPostgres, plannedOnHost, textsOf, variablesOf, volumeType } from "./host";

type Tier = "sandbox" | "pre-production" | "production";
const planned = (more: Partial<PostgresArgs> = {}, tier: Tier = "sandbox") =>
    plannedOnHost((host, parent) => host.postgres("database", { ...plainPostgres, ...more }, parent), { tier });
const server = async (more?: Partial<PostgresArgs>, tier?: Tier): Promise<Made> =>
    made(await planned(more, tier), "database-server");

describe("PostgreSQL on a Docker host", () => {
    it("keeps its data in a volume of a name of its own", async () => {
        const resources = await planned();
        assert.equal(made(resources, "database-data-volume").inputs.name, "voice-dev-database-data");
        const { volumes } = made(resources, "database-server").inputs;
        assert.deepEqual(volumes.at(-1), {
            volumeName: "voice-dev-database-data",
            containerPath: "/var/lib/postgresql/data",
        });
    });

    it("has its data protected in production alone", async () => {
        const protectedIn = async (tier: Tier) => made(await planned({}, tier), "database-data-volume").protect;
        assert.deepEqual(
            [await protectedIn("sandbox"), await protectedIn("pre-production"), await protectedIn("production")],
            [false, false, true],
        );
    });

    it("is one server at a time on its data, under a name that is its host name", async () => {
        const { inputs, opts } = await server();
        assert.equal(inputs.name, "voice-dev-database");
        assert.equal(opts.deleteBeforeReplace, true);
        assert.equal((await server({ name: "yarnify-db" })).inputs.name, "yarnify-db");
    });

    it("is in the data network alone, and publishes no port", async () => {
        const { networksAdvanced, ports } = (await server()).inputs;
        assert.deepEqual(networksAdvanced, [{ name: "voice-dev-data", aliases: ["voice-dev-database"] }]);
        assert.equal(ports, undefined);
    });

    it("has its password in a file, and shows it nowhere in clear", async () => {
        const resources = await planned();
        const container = made(resources, "database-server");
        assert.equal(variablesOf(container).POSTGRES_PASSWORD_FILE, "/run/secrets/password");
        assert.equal(variablesOf(container).POSTGRES_PASSWORD, undefined);
        const password = "x".repeat(40);
        assert.deepEqual(textsOf(made(resources, "database-secrets-files")), { "/run/secrets/password": password });
        const holding = resources.filter(({ inputs }) => JSON.stringify(inputs).includes(password));
        assert.deepEqual(
            holding.map(({ name }) => name),
            ["database-secrets-files"],
        );
    });

    it("gives an address that is secret, at its name in the data network", async () => {
        let answer: PostgresServer | undefined;
        const seen: { url?: string; secret?: boolean } = {};
        await plannedOnHost(async (host, parent) => {
            answer = host.postgres("database", plainPostgres, parent);
            answer.url.apply((url) => {
                seen.url = url;
            });
            seen.secret = await (answer.url as unknown as { isSecret: Promise<boolean> }).isSecret;
        });
        assert.equal(seen.url, `postgresql://voice:${"x".repeat(40)}@voice-dev-database:5432/voice`);
        assert.equal(seen.secret, true);
    });

    it("is asked every 10 s for 5 s, five times, over TCP: the socket answers while a new database is still made", async () => {
        const { tests, interval, timeout, retries } = (await server()).inputs.healthcheck;
        assert.deepEqual(tests, ["CMD-SHELL", "pg_isready -h 127.0.0.1 -U voice -d voice"]);
        assert.deepEqual([interval, timeout, retries], ["10s", "5s", 5]);
    });

    it("is of the version that is asked for, by digest, and has vectors where these are", async () => {
        const image = async (more: Partial<PostgresArgs>) => (await server(more)).inputs.image;
        assert.match(await image({}), /^postgres:15-alpine@sha256:/);
        assert.match(await image({ version: "17" }), /^postgres:17-alpine@sha256:/);
        assert.match(await image({ version: "16", extensions: ["pgcrypto", "vector"] }), /^pgvector\/pgvector:.*pg16/);
    });

    it("takes as many connections and waits as long for a statement as is said, with a share of its memory", async () => {
        const { command, entrypoints, shmSize, memory } = (await server()).inputs;
        assert.equal(entrypoints, undefined);
        const settings = command.filter((part: string) => part.includes("="));
        assert.ok(settings.includes("max_connections=100"));
        assert.ok(settings.includes("statement_timeout=10000"));
        assert.ok(settings.includes("shared_buffers=256MB"));
        assert.deepEqual([shmSize, memory], [256, 1024]);
    });

    it("ends fast but whole: SIGINT, and two minutes for what has to be written", async () => {
        const { inputs } = await server();
        assert.equal(inputs.stopSignal, "SIGINT");
        assert.equal(inputs.destroyGraceSeconds, 120);
    });

    it("takes no dumps where there is no place outside for them", async () => {
        assert.deepEqual(
            ofType(await planned(), volumeType).map(({ name }) => name),
            ["database-data-volume"],
        );
    });
});
