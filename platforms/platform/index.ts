import type * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../environment/tier";
import type { AuditLogs, AuditLogsArgs } from "./audit";
import type { Balancer, BalancerArgs } from "./balancer";
import type { Bucket, BucketArgs } from "./bucket";
import type { Delivery, DeliveryArgs } from "./delivery";
import type { DocumentStore, DocumentStoreArgs } from "./documents";
import type { Grantee, Identity, IdentityArgs } from "./identity";
import type { Job, JobArgs } from "./job";
import type { PostgresArgs, PostgresServer } from "./postgres";
import type { RedisArgs, RedisServer } from "./redis";
import type { ImageRegistry, ImageRegistryArgs } from "./registry";
import type { SecretArgs, VaultSecret } from "./secret";
import type { Service, ServiceArgs } from "./service";
import type { Transcription, TranscriptionArgs } from "./transcription";
import type { TunnelConnector, TunnelConnectorArgs } from "./tunnel";
import type { Watch, WatchArgs } from "./watch";

export type * from "./audit";
export type * from "./balancer";
export type * from "./bucket";
export type * from "./data-store";
export * from "./delivery";
export type * from "./documents";
export type * from "./identity";
export type * from "./job";
export type * from "./postgres";
export type * from "./redis";
export type * from "./registry";
export * from "./secret";
export type * from "./service";
export type * from "./transcription";
export type * from "./tunnel";
export type * from "./watch";

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
