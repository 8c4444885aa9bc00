import type * as pulumi from "@pulumi/pulumi";
import type { DumpTarget } from "../../environment/schema/dumps";
import type { Gibibytes, Mebibytes, Seconds } from "../../environment/units";
import type { Adoption, DataStore } from "./data-store";
import type { VaultSecret } from "./secret";

export interface PostgresArgs {
    readonly version: "15" | "16" | "17";
    readonly cpu: number;
    readonly memory: Mebibytes;
    /** Disk at first; it grows by itself and is never made smaller. */
    readonly storage: Gibibytes;
    readonly edition: "enterprise" | "enterprise-plus";
    readonly availability: "zonal" | "regional";
    readonly replicas: number;
    readonly backups: {
        readonly enabled: boolean;
        /** Daily backups kept. */
        readonly keep: number;
        /** Time of day, UTC, `03:00`. */
        readonly at: string;
        readonly pointInTime: boolean;
    };
    /** Where daily dumps go, on a platform that keeps no backups of its own. */
    readonly dumps?: DumpArgs | undefined;
    readonly maxConnections: number;
    readonly statementTimeout: Seconds;
    /** Name of the database and of its owner. */
    readonly database: string;
    /** Extensions that the server must be able to create. */
    readonly extensions: readonly string[];
    /** What the server is called, where that is its host name. Default: the platform's choice. */
    readonly name?: string | undefined;
    /** Takes over the data of a server that exists, on a platform where that is a volume. */
    readonly existing?:
        | {
              readonly volume: string;
              readonly database: string;
              readonly user: string;
              readonly password: VaultSecret;
          }
        | undefined;
    /** Takes over a server that exists, with this database and its owner. */
    readonly adopt?:
        | (Adoption & { readonly instance: string; readonly database: string; readonly user: string })
        | undefined;
}
export interface DumpArgs {
    readonly target: DumpTarget;
    /** What opens storage by S3's protocol. */
    readonly key?: { readonly accessKeyId: VaultSecret; readonly secretAccessKey: VaultSecret } | undefined;
}
export interface PostgresServer extends DataStore {
    /** `postgresql://…`, a secret. */
    readonly url: pulumi.Output<string>;
    /** `postgresql://…` of each read replica, secrets. */
    readonly replicaUrls: readonly pulumi.Output<string>[];
    readonly host: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}
