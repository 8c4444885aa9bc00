import * as pulumi from "@pulumi/pulumi";
import { databaseMemoryOf } from "../../environment/defaults";
import { isProduction } from "../../environment/tier";
import type { Gibibytes, Mebibytes } from "../../environment/units";
import type { DumpArgs, Platform, PostgresArgs, Variable } from "../../platforms/platform";
import type { Backing } from "../backing";
import { gibibytes } from "../quantities";
import { type PoolArgs, pool, usualStatementTimeout } from "../variables/pool";

export interface PostgreSqlArgs {
    readonly engine: "postgresql";
    /** Default: 16. */
    readonly version?: "15" | "16" | "17" | undefined;
    /** Virtual CPUs: 1 or an even number up to 96. Default: 1. */
    readonly cpu?: number | undefined;
    /** On Cloud SQL 0.9 to 6.5 GiB for each CPU, a multiple of 256 MiB. Default: 3840 MiB, its least; on Docker 1 GiB. */
    readonly memory?: Mebibytes | undefined;
    /** Disk at first; it grows by itself. Default: 20 GiB. */
    readonly storage?: Gibibytes | undefined;
    /** Default: enterprise. */
    readonly edition?: "enterprise" | "enterprise-plus" | undefined;
    /** Default: regional in production, else zonal. */
    readonly availability?: "zonal" | "regional" | undefined;
    /** Read replicas, 0 to 8. Default: 0. */
    readonly replicas?: number | undefined;
    /** The server's `max_connections`. Default: 100. */
    readonly maxConnections?: number | undefined;
    /** Default: daily at 03:00 UTC, 7 kept, with recovery to any moment of the last 7 days. */
    readonly backups?:
        | {
              readonly enabled?: boolean | undefined;
              readonly keep?: number | undefined;
              readonly at?: string | undefined;
              readonly pointInTime?: boolean | undefined;
          }
        | undefined;
    /** Where daily dumps go, on a platform that keeps no backups of its own. Default: nowhere. */
    readonly dumps?: DumpArgs | undefined;
    readonly pool?: PoolArgs | undefined;
    /** Name of the database and of its owner. Default: `voice`. */
    readonly database?: string | undefined;
    /** Extensions that the server must be able to create. Default: none. */
    readonly extensions?: readonly string[] | undefined;
    /** What the server is called, where that is its host name. Default: the platform's choice. */
    readonly name?: string | undefined;
    /** Takes over the data of a server that exists, on a platform where that is a volume. */
    readonly existing?: PostgresArgs["existing"];
    /** Takes over a server that exists, with this database and its owner, instead of making one. */
    readonly adopt?: PostgresArgs["adopt"];
}

/** A server of the environment's own, its address with user and password in the vault. */
export function postgresql(name: string, platform: Platform, args: PostgreSqlArgs, parent: pulumi.Resource): Backing {
    const { backups = {} } = args;
    const server = platform.postgres(
        name,
        {
            version: args.version ?? "16",
            cpu: args.cpu ?? 1,
            memory: args.memory ?? databaseMemoryOf({ platform: platform.kind, database: args }),
            storage: args.storage ?? gibibytes(20),
            edition: args.edition ?? "enterprise",
            availability: args.availability ?? (isProduction(platform.tier) ? "regional" : "zonal"),
            replicas: args.replicas ?? 0,
            maxConnections: args.maxConnections ?? 100,
            statementTimeout: args.pool?.statementTimeout ?? usualStatementTimeout,
            backups: {
                enabled: backups.enabled ?? true,
                keep: backups.keep ?? 7,
                at: backups.at ?? "03:00",
                pointInTime: backups.pointInTime ?? true,
            },
            dumps: args.dumps,
            database: args.database ?? "voice",
            extensions: args.extensions ?? [],
            name: args.name,
            existing: args.existing,
            adopt: args.adopt,
        },
        parent,
    );
    const secret = (child: string, called: string, value: pulumi.Input<string>) =>
        platform.secret(`${name}-${child}`, { called, value }, parent);
    const replicas: Record<string, Variable> =
        server.replicaUrls.length === 0
            ? {}
            : {
                  DATABASE_REPLICA_URLS: secret(
                      "replica-urls",
                      "database-replica-urls",
                      pulumi.all([...server.replicaUrls]).apply((urls) => urls.join(",")),
                  ),
              };
    return {
        variables: { DATABASE_URL: secret("url", "database-url", server.url), ...replicas, ...pool(args.pool) },
        stores: [server],
        privateNetwork: true,
    };
}
