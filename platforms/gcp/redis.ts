import * as memorystore from "@pulumi/gcp/redis";
import * as pulumi from "@pulumi/pulumi";
import { inEnvironment, shorten } from "../names";
import type { RedisArgs, RedisServer } from "../platform";
import { adopting } from "./adoption";
import { deletionFor } from "./deletion";
import type { Foundation } from "./foundation";
import { labels } from "./labels";
import { longest } from "./limits";

const versions: Readonly<Record<RedisArgs["version"], string>> = {
    "6.x": "REDIS_6_X",
    "7.0": "REDIS_7_0",
    "7.2": "REDIS_7_2",
};

/**
 * Memorystore for Redis at a private address, with a password and TLS. Google signs its certificate with an authority of
 * the instance's own, so a client needs `certificates` to check it.
 * https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption
 */
export function memorystoreRedis(
    foundation: Foundation,
    name: string,
    args: RedisArgs,
    parent: pulumi.Resource,
): RedisServer {
    const { environment, project, region, tier, apis, network } = foundation;
    const { adopt } = args;
    const { protect } = deletionFor(tier, adopt);
    const standard = args.availability === "standard";
    const server = new memorystore.Instance(
        `${name}-server`,
        {
            project,
            region,
            name: adopt?.instance ?? shorten(inEnvironment(environment, name), longest.redis),
            labels: labels(foundation, name),
            tier: standard ? "STANDARD_HA" : "BASIC",
            memorySizeGb: Math.ceil(args.memory / 1024),
            redisVersion: versions[args.version],
            connectMode: "PRIVATE_SERVICE_ACCESS",
            authorizedNetwork: network.vpc.id,
            authEnabled: true,
            transitEncryptionMode: "SERVER_AUTHENTICATION",
            // A full Redis refuses writes; evicting would lose a job of the queue or a call's state in silence.
            redisConfigs: { "maxmemory-policy": "noeviction" },
            persistenceConfig: standard
                ? { persistenceMode: "RDB", rdbSnapshotPeriod: "TWELVE_HOURS" }
                : { persistenceMode: "DISABLED" },
            // Sunday, 06:00 UTC, an hour after the database's.
            maintenancePolicy: { weeklyMaintenanceWindows: [{ day: "SUNDAY", startTime: { hours: 6, minutes: 0 } }] },
            deletionProtection: protect,
        },
        adopting(
            { parent, protect, dependsOn: [apis.enable("redis"), network.privateServices] },
            adopt && {
                id: `projects/${project}/locations/${region}/instances/${adopt.instance}`,
                align: adopt.align,
            },
        ),
    );
    return {
        url: pulumi.secret(pulumi.interpolate`rediss://:${server.authString}@${server.host}:${server.port}`),
        certificates: server.serverCaCerts.apply((authorities) => authorities.map(({ cert }) => cert).join("\n")),
        resource: server,
        // The password opens it; nothing is to be granted.
        grant: () => [],
    };
}
