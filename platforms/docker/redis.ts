import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { toMebibytes, toSeconds } from "../../environment/units";
import type { RedisArgs, RedisServer } from "../platform";
import { baseImage } from "./base-images";
import { runningContainer } from "./container";
import { dataVolume } from "./data-volume";
import type { Engine } from "./engine";
import { files } from "./files";
import { componentOf } from "./labels";
import { secretsFolder } from "./secrets";

const configuration = `${secretsFolder}/redis.conf`;
/** What Redis needs beside its data: buffers, fragmentation, and a copy of what changes while it writes to disk. */
const besideData = 1.25;

/**
 * A Redis of the environment's own, with a password, whose data outlives the container. It writes every change to disk:
 * queues are in it. https://redis.io/docs/latest/operate/oss_and_stack/management/persistence/
 */
export function redisContainer(engine: Engine, name: string, args: RedisArgs, parent: pulumi.Resource): RedisServer {
    const called = args.name ?? `${engine.prefix}-redis`;
    const image = baseImage(`redis ${args.version}`);
    const password = new random.RandomPassword(`${name}-password`, { length: 40, special: false }, { parent }).result;
    const secrets = files(
        engine,
        `${name}-secrets`,
        {
            folder: secretsFolder,
            image,
            texts: [
                { name: "redis.conf", content: settings(args, password) },
                { name: "password", content: password },
            ],
        },
        parent,
    );
    const data = dataVolume(engine, name, { called, existing: args.existing?.volume }, parent);
    const server = runningContainer(
        engine,
        `${name}-server`,
        {
            containerName: called,
            image,
            command: ["redis-server", configuration],
            networks: [{ name: engine.networks.data, aliases: [called] }],
            files: [secrets],
            volumes: { "/data": data.name },
            health: {
                test: ["CMD-SHELL", `REDISCLI_AUTH="$(cat ${secretsFolder}/password)" redis-cli ping | grep -q PONG`],
                interval: toSeconds(10),
                timeout: toSeconds(5),
                retries: 5,
                startPeriod: toSeconds(30),
            },
            cpu: 1,
            memory: toMebibytes(Math.ceil(args.memory * besideData)),
            // The image starts as root, hands the data to its user, and goes on as that.
            capabilities: ["CHOWN", "DAC_OVERRIDE", "SETGID", "SETUID"],
            grace: toSeconds(60),
        },
        // One server at a time on the data.
        { parent, deleteBeforeReplace: true },
    );
    engine.inventory.redis = {
        component: componentOf(engine, `${name}-server`),
        host: server.name,
        password,
        memory: args.memory,
        resource: server,
    };
    return {
        url: pulumi.secret(pulumi.interpolate`redis://:${password}@${server.name}:6379/0`),
        certificates: undefined,
        resource: server,
        grant: () => [],
    };
}

/** Nothing is thrown away when it is full: what is in a queue must not vanish, so writing fails instead. */
const settings = ({ memory, existing }: RedisArgs, password: pulumi.Output<string>): pulumi.Output<string> =>
    pulumi.interpolate`requirepass ${password}
maxmemory ${memory}mb
maxmemory-policy noeviction
${existing?.persistence === "rdb" ? saves : "appendonly yes"}
dir /data
`;

/** A snapshot after a minute with 100 changes, after five minutes with one. Switched to the log, Redis would begin empty. */
const saves = "appendonly no\nsave 300 1\nsave 60 100";
