import type * as pulumi from "@pulumi/pulumi";
import type { Mebibytes } from "../../environment/units";
import type { Adoption, DataStore } from "./data-store";

export interface RedisArgs {
    readonly version: "6.x" | "7.0" | "7.2";
    /** Whole GiB on Google Cloud. */
    readonly memory: Mebibytes;
    readonly availability: "basic" | "standard";
    /** What the server is called, where that is its host name. Default: the platform's choice. */
    readonly name?: string | undefined;
    /** Takes over the data of a server that exists, on a platform where that is a volume. */
    readonly existing?: { readonly volume: string; readonly persistence: "rdb" | "aof" } | undefined;
    /** Takes over a server that exists. */
    readonly adopt?: (Adoption & { readonly instance: string }) | undefined;
}
export interface RedisServer extends DataStore {
    /** `rediss://…` with the password, a secret; `redis://…` where nothing leaves the host. */
    readonly url: pulumi.Output<string>;
    /** The certificates that a client checks the server against, PEM; nothing where it speaks no TLS. */
    readonly certificates: pulumi.Output<string> | undefined;
    readonly resource: pulumi.Resource;
}
