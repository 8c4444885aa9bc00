import type * as pulumi from "@pulumi/pulumi";
import type { DumpTarget } from "../environment/schema/dumps";
import type { Tier } from "../environment/tier";
import type { Gibibytes, Mebibytes, Seconds } from "../environment/units";

/**
 * What a component may ask of the place that an environment runs on. A component says *what* (a service with a port and
 * a health check), a platform says *how* (a Cloud Run service, a container, a Deployment).
 *
 * Every method makes resources as children of `parent`, named from `name`.
 */
export interface Platform {
    readonly kind: "gcp" | "docker";
    /** The environment's name; every resource that can carry a label names it and the tier. */
    readonly environment: string;
    readonly tier: Tier;

    /** An identity of its own for one workload, with no permission yet. */
    identity(name: string, args: IdentityArgs, parent: pulumi.Resource): Identity;
    service(name: string, args: ServiceArgs, parent: pulumi.Resource): Service;
    /** A load balancer in front of services, which lets nobody in but the edge. */
    balancer(name: string, args: BalancerArgs, parent: pulumi.Resource): Balancer;
    /** Something that runs to its end: once when it is needed, or on a schedule. */
    job(name: string, args: JobArgs, parent: pulumi.Resource): Job;
    postgres(name: string, args: PostgresArgs, parent: pulumi.Resource): PostgresServer;
    documents(name: string, args: DocumentStoreArgs, parent: pulumi.Resource): DocumentStore;
    redis(name: string, args: RedisArgs, parent: pulumi.Resource): RedisServer;
    /** A place in the vault for one secret, with its value where the program knows it. */
    secret(name: string, args: SecretArgs, parent: pulumi.Resource): VaultSecret;
    /** Watches what is there, and tells somebody. */
    watch(name: string, args: WatchArgs, parent: pulumi.Resource): Watch;
    /** A place for files, the environment's own and never public. */
    bucket(name: string, args: BucketArgs, parent: pulumi.Resource): Bucket;
    /** The repository that all environments' images come from. */
    imageRegistry(name: string, args: ImageRegistryArgs, parent: pulumi.Resource): ImageRegistry;
    /** The platform's own account that pulls images here, made now, so that the stack with the registry can let it in. */
    imageReader(): pulumi.Resource;
    /** Lets a branch's workflow deploy this environment, without a key; nothing where that is for the host to say. */
    delivery(name: string, args: DeliveryArgs, parent: pulumi.Resource): Delivery | undefined;
    /** An identity that another environment owns, by the address that is declared. Makes nothing. */
    outsider(address: string): Grantee;
    /** Keeps the platform's own account of who did what in the environment, where no workload can reach it. */
    auditLogs(name: string, args: AuditLogsArgs, parent: pulumi.Resource): AuditLogs;
    /** Opens a Cloudflare tunnel from inside. */
    tunnelConnector(name: string, args: TunnelConnectorArgs, parent: pulumi.Resource): TunnelConnector;
    /** Speech recognition that keeps nothing. */
    transcription(name: string, args: TranscriptionArgs, parent: pulumi.Resource): Transcription;
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

/** Whom a permission is given to. */
export type Grantee = Pick<Identity, "member">;

/** `files`: a secret is in a file, which the variable `NAME_FILE` names; `variables`: it is the variable's value. */
export type SecretsAs = "files" | "variables";

/** One environment variable: in clear, or by reference to the vault. */
export type Variable = pulumi.Input<string> | VaultSecret;

export interface ServiceArgs {
    /** Name that the platform knows the service by; at most 49 characters on Cloud Run. */
    readonly serviceName: string;
    /** Best a reference with a digest. */
    readonly image: string;
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
    /** How a public service is opened: by a grant to everybody, or by leaving out the check of the caller's identity. */
    readonly publicBy: "grant" | "no-check";
    /** `balancer`: closed but for the balancer and for callers on the environment's own network. */
    readonly reachedBy: "internet" | "balancer";
    readonly variables: Readonly<Record<string, Variable>>;
    /** Whether the application finds its secrets in files or in variables, where the platform has a choice. */
    readonly secretsAs: SecretsAs;
    /** How long a leaving instance may take for what it has begun, where the platform has a choice. */
    readonly drain: Seconds;
    /** Whether the application writes beside `/tmp`, where the platform has a choice. */
    readonly writable: boolean;
    /** Data stores that the service talks to; it gets exactly these permissions. */
    readonly uses: readonly DataStore[];
    /** Whether the service must reach private addresses. */
    readonly privateNetwork: boolean;
    /** What must have ended well before the release gets traffic: the migration of the schema. */
    readonly after?: readonly pulumi.Resource[] | undefined;
}
export interface Service {
    /** Name that the platform knows it by, as it was asked for. */
    readonly serviceName: string;
    /** The same, as an output of the service. */
    readonly name: pulumi.Output<string>;
    /** Address that the platform gives it, `https://…`. */
    readonly url: pulumi.Output<string>;
    /** Port that callers use there, whatever the container's. */
    readonly port: number;
    readonly protocol: "http" | "https";
    /** Whether a caller must come over the environment's private network. */
    readonly reachedPrivately: boolean;
    /** Name of the revision that this release made. */
    readonly revision: pulumi.Output<string>;
    readonly identity: Identity;
    readonly resource: pulumi.Resource;
    /** Lets `caller` call the service: what it needs in order to find it and to be let in, nothing where anybody may. */
    admit(name: string, caller: Identity, parent: pulumi.Resource): readonly pulumi.Resource[];
}

export interface JobArgs {
    /** Name that the platform knows the job by; at most 49 characters on Cloud Run. */
    readonly jobName: string;
    /** Name of the account that it runs as. Default: the job's. */
    readonly account?: string | undefined;
    /** Best a reference with a digest. */
    readonly image: string;
    readonly command?: readonly string[] | undefined;
    readonly args?: readonly string[] | undefined;
    readonly cpu: number;
    readonly memory: Mebibytes;
    /** Longest time that one try may take; at most 24 h. */
    readonly timeout: Seconds;
    /** Tries after a failed one, at most 10. */
    readonly retries: number;
    readonly variables: Readonly<Record<string, Variable>>;
    /** As of a service. */
    readonly secretsAs: SecretsAs;
    /** Data stores that the job talks to; it gets exactly these permissions. */
    readonly uses: readonly DataStore[];
    /** Buckets whose files it finds in a folder, to read and nothing else. */
    readonly folders?: readonly { readonly path: string; readonly bucket: Bucket }[] | undefined;
    /** Another environment's bucket, or volume, that it adds files to and can do nothing else in; the variable says where. */
    readonly deposit?: { readonly into: string; readonly variable: string } | undefined;
    /** Texts of the vault that it finds as files, each in a folder of its own: `/fixtures/customers.csv`. */
    readonly files?: readonly { readonly path: string; readonly text: VaultSecret }[] | undefined;
    /** Whether the job must reach private addresses. */
    readonly privateNetwork: boolean;
    /** What must be there, or must have ended well, before it runs. */
    readonly after?: readonly pulumi.Resource[] | undefined;
    /**
     * `needed`: the deployment runs it when it is made and whenever one of the reasons, or anything else of the job, has
     * changed, waits for its end and fails if it fails. `scheduled`: something else starts it, five cron fields in UTC.
     */
    readonly runs:
        | { readonly when: "needed"; readonly because: readonly string[] }
        | { readonly when: "scheduled"; readonly schedule: string };
}
export interface Job {
    readonly name: pulumi.Output<string>;
    readonly identity: Identity;
    /** Where the job runs when it is needed, this is there only after it has ended well. */
    readonly resource: pulumi.Resource;
}

/** Which requests a service answers. */
export interface Route {
    /** Public host name. Left out, any. */
    readonly host?: string | undefined;
    /** What the path begins with, `/api/`; it is taken away before the service sees it. Default: any path. */
    readonly prefix?: string | undefined;
    readonly service: Service;
    /** Whether callers open WebSockets. */
    readonly webSocket: boolean;
    /** Longest time that a request may take. */
    readonly timeout: Seconds;
}

export interface BalancerArgs {
    /** Services by a short name. */
    readonly services: Readonly<Record<string, Route>>;
    /** Public host names that lead to another. */
    readonly redirects: Readonly<Record<string, string>>;
    /** Where a request for any other host name is led. Default: nowhere, it is refused. */
    readonly elsewhere?: string | undefined;
    /** Whether it looks for attacks in each request. */
    readonly firewall: boolean;
}
export interface Balancer {
    /** IPv4 address. */
    readonly address: pulumi.Output<string>;
    /** Every host name that it answers for. */
    readonly hosts: readonly string[];
    /** DNS records without which it gets no certificates. */
    readonly proofs: readonly OwnershipProof[];
}
/** A CNAME record by which the owner of a host name lets the platform have a certificate for it. */
export interface OwnershipProof {
    readonly host: string;
    /** Fully qualified name of the record, without a dot at the end. */
    readonly name: pulumi.Output<string>;
    /** What it points to, without a dot at the end. */
    readonly value: pulumi.Output<string>;
}

export interface DataStore {
    /** Grants `identity` what a client of the store needs, and no more; empty where a password is all it takes. */
    grant(name: string, identity: Identity, parent: pulumi.Resource): readonly pulumi.Resource[];
}

/** What exists already is taken over with its data, and protected from then on. */
export interface Adoption {
    /** Whether its settings become those of the arguments; otherwise it stays as it is. */
    readonly align: boolean;
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

export interface DocumentStoreArgs {
    /** Default: the platform's region. */
    readonly location?: string | undefined;
    /** Takes over a database that exists. */
    readonly adopt?: (Adoption & { readonly database: string }) | undefined;
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

export interface SecretArgs {
    /** The secret's name within the environment's vault, in kebab case: `database-url`. */
    readonly called: string;
    /** Left out, somebody supplies the value in the vault. */
    readonly value?: pulumi.Input<string> | undefined;
    readonly labels?: Readonly<Record<string, string>> | undefined;
    /** How it comes by its next value. Default: `supplied` without a value, `wired` with one. */
    readonly renewal?: Renewal | undefined;
}
/**
 * Who renews a secret. A value made up (`generated`: its length) the vault renews by itself, where the environment
 * rotates secrets; of the others somebody is told that they are due:
 * - `supplied`: somebody adds a version in the vault;
 * - `encrypted`: somebody encrypts a new value into the stack file;
 * - `wired`: the program made it for a server and its clients, and makes another when the generation is raised;
 * - `server`: a server chose it, and somebody has it choose anew;
 * - `public`: there is nothing secret in it, and nobody is told.
 */
export type Renewal = "supplied" | "encrypted" | "wired" | "server" | "public" | { readonly generated: number };
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

export interface BucketArgs {
    /** What is in it, in kebab case: part of its name. */
    readonly called: string;
    /** Its whole name, on a platform where others know it by one that is declared. Default: made from what is in it. */
    readonly named?: string | undefined;
    /** Nobody can change or delete a file before it is this old. `locked`: nor shorten the time, ever again. */
    readonly retention?: { readonly period: Seconds; readonly locked: boolean } | undefined;
    /** Age at which a file is deleted, in whole days. Default: never. */
    readonly expireAfter?: Seconds | undefined;
    /** Groups of people who may read it, by address. Default: none. */
    readonly readers?: readonly string[] | undefined;
}
export interface Bucket {
    readonly name: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
    /** Lets the identity read files and list them. */
    grantReading(name: string, identity: Grantee, parent: pulumi.Resource): pulumi.Resource;
    /** Lets the identity add files; it can neither read, replace nor delete one. */
    grantWriting(name: string, identity: Grantee, parent: pulumi.Resource): pulumi.Resource;
}

export interface TunnelConnectorArgs {
    /** What it signs in with, a secret. */
    readonly token: pulumi.Output<string>;
}
export interface TunnelConnector {
    readonly resource: pulumi.Resource;
}

export interface TranscriptionArgs {
    readonly model: "tiny" | "base" | "small" | "medium" | "large-v3" | "large-v3-turbo";
    /** IPv4 address of the host, and the port there, at which callers find it. */
    readonly address: string;
    readonly port: number;
    readonly cpu: number;
    readonly memory: Mebibytes;
}
export interface Transcription {
    /** `http://…` */
    readonly url: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}

export interface AuditLogsArgs {
    /** Nobody can delete an entry before it is this old. `locked`: nor shorten the time, ever again. */
    readonly retention: { readonly period: Seconds; readonly locked: boolean };
    /** Whether reads and writes of data and secrets are logged too, not only changes of settings. */
    readonly dataAccess: boolean;
}
export interface AuditLogs {
    /** What keeps the entries. */
    readonly resource: pulumi.Resource;
}

/** What is watched, who is told, and from when on. How much of it a platform looks at is decided by the tier. */
export interface WatchArgs {
    /** Addresses that get a mail. */
    readonly notify: readonly string[];
    /** Whether alerts are also published where an incident system can subscribe to them. */
    readonly incidents: boolean;
    readonly objectives: {
        /** 95 of 100 requests of the API are faster. */
        readonly latency: Seconds;
        /** Share of requests that may fail on the server, 0 to 1. */
        readonly errors: number;
        /** Share of requests that succeed over 28 days, 0 to 1. */
        readonly availability: number;
    };
    readonly services: readonly WatchedService[];
    /** Public host names. */
    readonly hosts: readonly WatchedHost[];
    readonly database?: WatchedDatabase | undefined;
    readonly redis: boolean;
    readonly jobs: boolean;
    /** Whether a load balancer stands before the services. */
    readonly balancer: boolean;
    /** Whether secrets are renewed on time. */
    readonly rotation: boolean;
    /** What sends the mails, on a platform that sends none of its own. */
    readonly mail?: MailArgs | undefined;
    /** Where the pictures are shown, on a platform that has no place of its own. Default: the host itself, port 3000. */
    readonly grafana?: { readonly address: string; readonly port: number } | undefined;
    /** What is watched, made before it is. */
    readonly watched: readonly pulumi.Resource[];
}
export interface MailArgs {
    /** `smtp.example.com:587` */
    readonly server: string;
    /** Address that the mails come from. */
    readonly from: string;
    /** Who signs in. */
    readonly user: string;
    readonly password: VaultSecret;
}
export interface WatchedService {
    readonly role: "api" | "gateway" | "web";
    /** Name that the platform knows the service by. */
    readonly serviceName: string;
    readonly instances: { readonly min: number; readonly max: number };
}
export interface WatchedHost {
    /** What it is for: part of names. */
    readonly called: string;
    readonly host: string;
    /** Default: 443. */
    readonly port?: number | undefined;
    /** Answers 2xx while the service can work. */
    readonly path: string;
}
export type WatchedDatabase =
    | {
          readonly engine: "postgresql";
          readonly maxConnections: number;
          readonly replicas: number;
          readonly backups: boolean;
      }
    | { readonly engine: "firestore" };
export interface Watch {
    /** What an incident system subscribes to: on Google Cloud the full name of a Pub/Sub topic. */
    readonly incidents: pulumi.Output<string> | undefined;
    /** Where the pictures are, on a platform that has no place of its own. */
    readonly grafana?: GrafanaAccess | undefined;
}
export interface GrafanaAccess {
    /** `http://127.0.0.1:3000` on the host. */
    readonly url: pulumi.Output<string>;
    readonly user: string;
    /** A secret. */
    readonly password: pulumi.Output<string>;
}

export interface ImageRegistryArgs {
    /** The project that holds images and nothing else. */
    readonly project: string;
    readonly location: string;
    readonly repository: string;
    /** Newest images of each package that clean-up never deletes. */
    readonly keep: number;
    /** Age at which an image without a tag is deleted. */
    readonly untaggedFor: Seconds;
    /** Whether each pushed image is searched for known vulnerabilities. */
    readonly scan: boolean;
    /** Projects whose services pull from it, by number, under the names of their environments. */
    readonly readers: Readonly<Record<string, string>>;
    /** Accounts of other environments that deploy from it, by address, under the names of their environments. */
    readonly deployers: Readonly<Record<string, string>>;
    /** Another environment's account that pushes to it, by address. */
    readonly publisher?: string | undefined;
}
export interface ImageRegistry {
    /** What every image's name begins with: `europe-west2-docker.pkg.dev/acme-images/voice`. */
    readonly address: string;
    readonly resource: pulumi.Resource;
    grantReading(name: string, identity: Identity, parent: pulumi.Resource): pulumi.Resource;
    grantWriting(name: string, identity: Identity, parent: pulumi.Resource): pulumi.Resource;
}

/** What a deployment makes and changes, and so what its account has to administer. */
export const managed = [
    "services",
    "secrets",
    "postgresql",
    "firestore",
    "redis",
    "network",
    "balancer",
    "buckets",
    "logs",
    "monitoring",
    "schedules",
    "events",
] as const;
export type Managed = (typeof managed)[number];

export interface DeliveryArgs {
    /** GitHub repository, `owner/name`. */
    readonly repository: string;
    /** GitHub's number of it, which nobody else can ever have. */
    readonly repositoryId?: string | undefined;
    /** The only branch that may. */
    readonly branch: string;
    /** What the deployer has to administer; it gets the permissions for that and no others. */
    readonly manages: readonly Managed[];
    /** Whether the branch also builds and pushes the image. */
    readonly builds: boolean;
}
export interface Delivery {
    /** What the workflow presents its token to. */
    readonly provider: pulumi.Output<string>;
    readonly deployer: Identity;
    /** Pushes the image; only where the branch builds. */
    readonly publisher?: Identity | undefined;
}
