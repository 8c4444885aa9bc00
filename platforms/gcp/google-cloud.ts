import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../environment/tier";
import type {
    AuditLogs,
    AuditLogsArgs,
    Balancer,
    BalancerArgs,
    Bucket,
    BucketArgs,
    Delivery,
    DeliveryArgs,
    DocumentStore,
    DocumentStoreArgs,
    Grantee,
    Identity,
    IdentityArgs,
    ImageRegistry,
    ImageRegistryArgs,
    Job,
    JobArgs,
    Platform,
    PostgresArgs,
    PostgresServer,
    RedisArgs,
    RedisServer,
    SecretArgs,
    Service,
    ServiceArgs,
    Transcription,
    TunnelConnector,
    VaultSecret,
    Watch,
    WatchArgs,
} from "../platform";
import { Apis } from "./apis";
import { auditLogs } from "./audit/logs";
import { applicationBalancer } from "./balancer";
import { storageBucket } from "./bucket";
import { githubDelivery } from "./delivery/delivery";
import { firestoreDatabase } from "./firestore";
import type { Foundation } from "./foundation";
import { serviceAccount } from "./identity";
import { cloudRunJob } from "./jobs/job";
import { cloudMonitoring } from "./monitoring";
import { Network } from "./network";
import { cloudSql } from "./postgres";
import { memorystoreRedis } from "./redis";
import { artifactRegistry } from "./registry/repository";
import { Rotation, type RotationArgs } from "./rotation/rotation";
import { vaultSecret } from "./secrets";
import { cloudRunService } from "./service";
import { ServiceAgents } from "./service-agents";

export interface GoogleCloudArgs {
    /** The environment's name: part of every name and a label of everything that takes labels. */
    readonly environment: string;
    /** Decides what may be destroyed, what is backed up and what is logged. */
    readonly tier: Tier;
    /** Google Cloud project, which belongs to this environment alone. */
    readonly project: string;
    /** Google Cloud region, `europe-west2`. */
    readonly region: string;
    /** How the secrets are renewed. Default: they are not. */
    readonly rotation?: RotationArgs | undefined;
}

/**
 * An environment's place in Google Cloud: Cloud Run, Cloud SQL, Firestore, Memorystore and Secret Manager behind the
 * platform's interface. It owns the foundation, the APIs and the network, each made when something first needs it.
 */
export class GoogleCloud extends pulumi.ComponentResource implements Platform, Foundation {
    readonly kind = "gcp";
    readonly environment: string;
    readonly tier: Tier;
    readonly project: string;
    readonly region: string;
    readonly apis: Apis;
    readonly network: Network;
    readonly agents: ServiceAgents;
    readonly rotation: Rotation | undefined;

    constructor(name: string, args: GoogleCloudArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:GoogleCloud", name, { ...args }, opts);
        this.environment = args.environment;
        this.tier = args.tier;
        this.project = args.project;
        this.region = args.region;
        this.apis = new Apis(name, args.project, this);
        this.agents = new ServiceAgents(name, args.project, this.apis, this);
        this.network = new Network(name, { ...args, apis: this.apis }, this);
        this.rotation = args.rotation && new Rotation(name, this, args.rotation, this);
        this.registerOutputs({ project: args.project, region: args.region });
    }

    identity(name: string, args: IdentityArgs, parent: pulumi.Resource): Identity {
        return serviceAccount(this, name, args, parent);
    }

    service(name: string, args: ServiceArgs, parent: pulumi.Resource): Service {
        return cloudRunService(this, name, args, parent);
    }

    balancer(name: string, args: BalancerArgs, parent: pulumi.Resource): Balancer {
        return applicationBalancer(this, name, args, parent);
    }

    job(name: string, args: JobArgs, parent: pulumi.Resource): Job {
        return cloudRunJob(this, name, args, parent);
    }

    postgres(name: string, args: PostgresArgs, parent: pulumi.Resource): PostgresServer {
        return cloudSql(this, name, args, parent);
    }

    documents(name: string, args: DocumentStoreArgs, parent: pulumi.Resource): DocumentStore {
        return firestoreDatabase(this, name, args, parent);
    }

    redis(name: string, args: RedisArgs, parent: pulumi.Resource): RedisServer {
        return memorystoreRedis(this, name, args, parent);
    }

    secret(name: string, args: SecretArgs, parent: pulumi.Resource): VaultSecret {
        return vaultSecret(this, name, args, parent);
    }

    watch(name: string, args: WatchArgs, parent: pulumi.Resource): Watch {
        return cloudMonitoring(this, name, args, parent);
    }

    bucket(name: string, args: BucketArgs, parent: pulumi.Resource): Bucket {
        return storageBucket(this, name, args, parent);
    }

    imageRegistry(name: string, args: ImageRegistryArgs, parent: pulumi.Resource): ImageRegistry {
        return artifactRegistry(this, name, args, parent);
    }

    imageReader(): pulumi.Resource {
        return this.agents.of("run");
    }

    delivery(name: string, args: DeliveryArgs, parent: pulumi.Resource): Delivery {
        return githubDelivery(this, name, args, parent);
    }

    outsider(address: string): Grantee {
        return { member: pulumi.output(`serviceAccount:${address}`) };
    }

    auditLogs(name: string, args: AuditLogsArgs, parent: pulumi.Resource): AuditLogs {
        return auditLogs(this, name, args, parent);
    }

    // What follows is refused in the stack file already, by the rule `shared-tier`.
    tunnelConnector = (): TunnelConnector => notHere("the connector of a tunnel");
    transcription = (): Transcription => notHere("speech recognition");
}

function notHere(what: string): never {
    throw new RangeError(`${what} is not to be had on Google Cloud`);
}
