import type * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../environment/tier";
import type { Gibibytes, Mebibytes, Seconds } from "../environment/units";

/**
 * What a component may ask of the place that an environment runs on. A component says *what* (a service with a port and
 * a health check), a platform says *how* (a Cloud Run service, a container, a Deployment).
 *
 * Every method makes resources as children of `parent`, named from `name`.
 */
export interface Platform {
    readonly kind: "gcp";
    /** The environment's name; every resource that can carry a label names it and the tier. */
    readonly environment: string;
    readonly tier: Tier;

    /** An identity of its own for one workload, with no permission yet. */
    identity(name: string, args: IdentityArgs, parent: pulumi.Resource): Identity;
    service(name: string, args: ServiceArgs, parent: pulumi.Resource): Service;
    postgres(name: string, args: PostgresArgs, parent: pulumi.Resource): PostgresServer;
    documents(name: string, args: DocumentStoreArgs, parent: pulumi.Resource): DocumentStore;
    redis(name: string, args: RedisArgs, parent: pulumi.Resource): RedisServer;
    /** A place in the vault for one secret, with its value where the program knows it. */
    secret(name: string, args: SecretArgs, parent: pulumi.Resource): VaultSecret;
}

export interface IdentityArgs {
    /** Name of the account; shortened where the platform takes less. */
    readonly account: string;
    readonly description: string;
}
export interface Identity {
    /** What the platform calls it: on Google Cloud the service account's e-mail address. */
    readonly id: pulumi.Output<string>;
    /** How permissions name it: on Google Cloud `serviceAccount:<e-mail>`. */
    readonly member: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}

/** One environment variable: in clear, or by reference to the vault. */
export type Variable = pulumi.Input<string> | VaultSecret;

export interface ServiceArgs {
    /** Name that the platform knows the service by; at most 49 characters on Cloud Run. */
    readonly serviceName: string;
    /** Best a reference with a digest. */
    readonly image: pulumi.Input<string>;
    /** Names the revision. */
    readonly release: string;
    /** An existing revision that takes all traffic instead of this release's. */
    readonly servingRevision?: string | undefined;
    readonly command?: readonly string[] | undefined;
    readonly args?: readonly string[] | undefined;
    readonly port: number;
    readonly cpu: number;
    readonly memory: Mebibytes;
    readonly instances: { readonly min: number; readonly max: number };
    /** Requests or open connections of one instance. */
    readonly concurrency: number;
    /** `connections`: open WebSockets decide, not CPU, and CPU is never taken away between requests. */
    readonly scaleOn: { readonly metric: "requests" } | { readonly metric: "connections"; readonly target: number };
    readonly timeout: Seconds;
    readonly health: { readonly path: string; readonly interval: Seconds; readonly failures: number };
    /** Whether a client should come back to the instance that it had. */
    readonly sticky: boolean;
    /** Whether callers need no identity of the platform. */
    readonly public: boolean;
    readonly variables: Readonly<Record<string, Variable>>;
    /** Data stores that the service talks to; it gets exactly these permissions. */
    readonly uses: readonly DataStore[];
    /** Whether the service must reach private addresses. */
    readonly privateNetwork: boolean;
}
export interface Service {
    readonly name: pulumi.Output<string>;
    /** Address that the platform gives it, `https://…`. */
    readonly url: pulumi.Output<string>;
    /** Port that callers use there, whatever the container's. */
    readonly port: number;
    readonly protocol: "http" | "https";
    /** Name of the revision that this release made. */
    readonly revision: pulumi.Output<string>;
    readonly identity: Identity;
    readonly resource: pulumi.Resource;
    /** Lets `caller` call a service that is not public; makes nothing where anybody may call it. */
    admit(name: string, caller: Identity, parent: pulumi.Resource): readonly pulumi.Resource[];
}

export interface DataStore {
    /** Grants `identity` what a client of the store needs, and no more; empty where a password is all it takes. */
    grant(name: string, identity: Identity, parent: pulumi.Resource): readonly pulumi.Resource[];
}

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
    readonly maxConnections: number;
    readonly statementTimeout: Seconds;
    /** Name of the database and of its owner. */
    readonly database: string;
}
export interface PostgresServer extends DataStore {
    /** `postgresql://…`, a secret. */
    readonly url: pulumi.Output<string>;
    /** `postgresql://…` of each read replica, secrets. */
    readonly replicaUrls: readonly pulumi.Output<string>[];
    readonly host: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}

export interface DocumentStoreArgs {
    /** Default: the platform's region. */
    readonly location?: string | undefined;
}
export interface DocumentStore extends DataStore {
    readonly databaseName: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}

export interface RedisArgs {
    readonly version: "6.x" | "7.0" | "7.2";
    /** Whole GiB on Google Cloud. */
    readonly memory: Mebibytes;
    readonly availability: "basic" | "standard";
}
export interface RedisServer extends DataStore {
    /** `rediss://…` with the password, a secret. */
    readonly url: pulumi.Output<string>;
    /** The certificates that a client checks the server against, PEM. */
    readonly certificates: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}

export interface SecretArgs {
    /** The secret's name within the environment's vault, in kebab case: `database-url`. */
    readonly called: string;
    /** Left out, somebody supplies the value in the vault. */
    readonly value?: pulumi.Input<string> | undefined;
    readonly labels?: Readonly<Record<string, string>> | undefined;
}
export class VaultSecret {
    constructor(
        /** Name in the vault, known before the secret exists. */
        readonly id: string,
        /** The same, as an output of the secret, so that what reads it depends on it. */
        readonly name: pulumi.Output<string>,
        /** Grants the identity the right to read this one secret. */
        readonly grant: (name: string, identity: Identity, parent: pulumi.Resource) => pulumi.Resource,
        /** What must exist before a workload can start with it: the version, where the program makes it. */
        readonly ready: readonly pulumi.Resource[],
    ) {}
}
