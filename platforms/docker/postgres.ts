import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { milliseconds, toMebibytes, toSeconds } from "../../environment/units";
import type { PostgresArgs, PostgresServer } from "../platform";
import { dailyDumps } from "./backups";
import { baseImage } from "./base-images";
import { runningContainer } from "./container";
import { dataVolume } from "./data-volume";
import type { Engine } from "./engine";
import { createExtensions } from "./extensions";
import { files } from "./files";
import { componentOf } from "./labels";
import { contentOf, secretsFolder } from "./secrets";

/**
 * A PostgreSQL of the environment's own, whose data outlives the container. It takes connections from the environment's
 * data network alone and publishes no port. https://hub.docker.com/_/postgres
 */
export function postgresContainer(
    engine: Engine,
    name: string,
    args: PostgresArgs,
    parent: pulumi.Resource,
): PostgresServer {
    const called = args.name ?? `${engine.prefix}-database`;
    const { existing } = args;
    const { database, user } = existing ?? { database: args.database, user: args.database };
    const vectors = args.extensions.includes("vector") ? "pgvector" : "postgres";
    const image = baseImage(`${vectors} ${args.version}`);
    const password =
        existing === undefined
            ? new random.RandomPassword(`${name}-password`, { length: 40, special: false }, { parent }).result
            : contentOf(existing.password);
    // One that somebody else has chosen may hold anything.
    const inAddress = existing === undefined ? password : password.apply(encodeURIComponent);
    const secrets = files(
        engine,
        `${name}-secrets`,
        { folder: secretsFolder, image, texts: [{ name: "password", content: password }] },
        parent,
    );
    const data = dataVolume(engine, name, { called, existing: existing?.volume }, parent);
    const server = runningContainer(
        engine,
        `${name}-server`,
        {
            containerName: called,
            image,
            command: ["postgres", ...settings(args)],
            variables: {
                POSTGRES_USER: user,
                POSTGRES_DB: database,
                POSTGRES_PASSWORD_FILE: `${secretsFolder}/password`,
                POSTGRES_INITDB_ARGS: "--data-checksums --auth-host=scram-sha-256",
            },
            networks: [{ name: engine.networks.data, aliases: [called] }],
            files: [secrets],
            volumes: { "/var/lib/postgresql/data": data.name },
            scratch: { "/tmp": toMebibytes(64), "/var/run/postgresql": toMebibytes(8) },
            health: {
                // Over TCP: while the image makes a new database, a server of its own answers at the socket alone.
                test: ["CMD-SHELL", `pg_isready -h 127.0.0.1 -U ${user} -d ${database}`],
                interval: toSeconds(10),
                timeout: toSeconds(5),
                retries: 5,
                startPeriod: toSeconds(60),
            },
            cpu: args.cpu,
            memory: args.memory,
            // A quarter of the memory, as much as the server's own share of it.
            sharedMemory: toMebibytes(Math.max(64, Math.floor(args.memory / 4))),
            // The image starts as root, hands the data to its user, and goes on as that.
            capabilities: ["CHOWN", "DAC_OVERRIDE", "FOWNER", "SETGID", "SETUID"],
            // Fast shutdown: connections are ended, the data is written. https://www.postgresql.org/docs/current/server-shutdown.html
            stopSignal: "SIGINT",
            grace: toSeconds(120),
        },
        // One server at a time on the data.
        { parent, deleteBeforeReplace: true },
    );
    const extended =
        args.extensions.length === 0
            ? undefined
            : createExtensions(
                  engine,
                  `${name}-extensions`,
                  { image, host: server.name, database, user, password, extensions: args.extensions, after: [server] },
                  parent,
              );
    // Nobody is told of the server before it has what it must have.
    const host = extended === undefined ? server.name : pulumi.all([server.name, extended.id]).apply(([at]) => at);
    engine.inventory.postgres = {
        component: componentOf(engine, `${name}-server`),
        image,
        host: server.name,
        database,
        user,
        password,
        maxConnections: args.maxConnections,
        memory: args.memory,
        resource: extended ?? server,
    };
    if (args.dumps !== undefined)
        dailyDumps(
            engine,
            `${name}-dumps`,
            {
                called,
                image,
                access: { host: server.name, port: 5432, database, user, password },
                backups: args.backups,
                dumps: args.dumps,
            },
            parent,
        );
    return {
        url: pulumi.secret(pulumi.interpolate`postgresql://${user}:${inAddress}@${host}:5432/${database}`),
        replicaUrls: [],
        host,
        resource: extended ?? server,
        grant: () => [],
    };
}

function settings({ maxConnections, statementTimeout, memory }: PostgresArgs): string[] {
    const given = {
        max_connections: String(maxConnections),
        statement_timeout: String(milliseconds(statementTimeout)),
        // https://www.postgresql.org/docs/current/runtime-config-resource.html#GUC-SHARED-BUFFERS
        shared_buffers: `${Math.max(32, Math.floor(memory / 4))}MB`,
        log_lock_waits: "on",
        password_encryption: "scram-sha-256",
    };
    return Object.entries(given).flatMap(([setting, value]) => ["-c", `${setting}=${value}`]);
}
