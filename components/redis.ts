import * as pulumi from "@pulumi/pulumi";
import { redisAvailabilityOf } from "../environment/defaults";
import type { Mebibytes } from "../environment/units";
import type { DataStore, Platform, Renewal, RedisArgs as ServerArgs, Variable } from "../platforms/platform";
import type { Backing } from "./backing";
import { mebibytes } from "./quantities";

export interface RedisArgs {
    readonly platform: Platform;
    /** Default: 7.2. */
    readonly version?: "6.x" | "7.0" | "7.2" | undefined;
    /** Capacity, in whole GiB. Default: 1 GiB. */
    readonly memory?: Mebibytes | undefined;
    /** `standard` has a replica and fails over. Default: basic in a sandbox, else standard. */
    readonly availability?: "basic" | "standard" | undefined;
    /** What the server is called, where that is its host name. Default: the platform's choice. */
    readonly name?: string | undefined;
    /** Takes over the data of a server that exists, on a platform where that is a volume. */
    readonly existing?: ServerArgs["existing"];
    /** Takes over a server that exists instead of making one. */
    readonly adopt?: ServerArgs["adopt"];
}

/**
 * Cache, sessions and queues, with a password and TLS. Its certificate goes into the vault beside its address: the
 * platform renews it, and a service then reads the new one when its next instance starts, without a release.
 *
 * @example
 * new Redis("redis", { platform, memory: mebibytes("1Gi") });
 */
export class Redis extends pulumi.ComponentResource implements Backing {
    readonly variables: Readonly<Record<string, Variable>>;
    readonly stores: readonly DataStore[];
    readonly privateNetwork = true;

    constructor(name: string, args: RedisArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform } = args;
        const size = {
            version: args.version ?? "7.2",
            memory: args.memory ?? mebibytes("1Gi"),
            availability: args.availability ?? redisAvailabilityOf({ tier: platform.tier }),
        };
        super("ringfence:index:Redis", name, size, opts);
        const server = platform.redis(
            name,
            { ...size, name: args.name, existing: args.existing, adopt: args.adopt },
            this,
        );
        const secret = (child: string, called: string, value: pulumi.Input<string>, renewal: Renewal) =>
            platform.secret(`${name}-${child}`, { called, value, renewal }, this);
        this.variables = {
            REDIS_URL: secret("url", "redis-url", server.url, "server"),
            ...(server.certificates === undefined
                ? {}
                : { REDIS_CA_CERT: secret("certificates", "redis-ca-cert", server.certificates, "public") }),
        };
        this.stores = [server];
        this.registerOutputs({});
    }
}
