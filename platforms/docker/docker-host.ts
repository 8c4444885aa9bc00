import * as pulumi from "@pulumi/pulumi";
import type { Front } from "../../environment";
import { socketOf } from "../../environment/docker-engine";
import type { Tier } from "../../environment/tier";
import type {
    AuditLogs,
    Balancer,
    BalancerArgs,
    Bucket,
    BucketArgs,
    DocumentStore,
    Grantee,
    Identity,
    IdentityArgs,
    ImageRegistry,
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
    TranscriptionArgs,
    TunnelConnector,
    TunnelConnectorArgs,
    VaultSecret,
    Watch,
    WatchArgs,
} from "../platform";
import { tunnelConnector } from "./connector";
import { dropBox } from "./drop-box";
import type { Engine } from "./engine";
import { type BuiltImage, Images } from "./images";
import { Inventory } from "./inventory";
import { containerJob } from "./job";
import { monitoringPrograms } from "./monitoring";
import { Networks } from "./networks";
import { nginxFront } from "./nginx";
import { postgresContainer } from "./postgres";
import { redisContainer } from "./redis";
import { knownSecret } from "./secrets";
import { containerService, identityOf } from "./service";
import { transcriptionContainer } from "./transcription";

export interface DockerHostArgs {
    /** The environment's name: part of every name and a label of everything that takes labels. */
    readonly environment: string;
    /** Decides what may be destroyed. */
    readonly tier: Tier;
    /** The Docker Engine, as `docker:host` says it to the provider. */
    readonly host: string;
    /** An image that is built on the host. Default: all are pulled, but for those that the host has. */
    readonly build?: BuiltImage | undefined;
    /** IPv4 address that the internet reaches the host by. Default: the one that the front's ports are bound to. */
    readonly publicAddress?: string | undefined;
    /** The way in. Default: none, and nobody reaches the services from outside. */
    readonly front?: Front | undefined;
}

/**
 * An environment's place on a Docker host: containers, networks and volumes of its own behind the platform's interface.
 * Several environments may share a host; nothing of one is in a network of another.
 */
export class DockerHost extends pulumi.ComponentResource implements Platform, Engine {
    readonly kind = "docker";
    readonly environment: string;
    readonly tier: Tier;
    readonly prefix: string;
    readonly networks: Networks;
    readonly images: Images;
    readonly inventory = new Inventory();
    readonly socket: string;
    readonly front: Front | undefined;
    readonly publicAddress: string | undefined;

    constructor(name: string, args: DockerHostArgs, opts?: pulumi.ComponentResourceOptions) {
        const { environment, tier, host, front } = args;
        super("ringfence:index:DockerHost", name, { environment, tier, host }, opts);
        this.environment = environment;
        this.tier = tier;
        this.prefix = `${pulumi.getProject()}-${environment}`;
        this.front = front;
        this.publicAddress = args.publicAddress ?? front?.address;
        this.socket = socketOf(host);
        this.networks = new Networks(name, this, this);
        this.images = new Images(name, args.build, this);
        this.registerOutputs({ host });
    }

    identity(_name: string, { account }: IdentityArgs): Identity {
        return identityOf(this, account);
    }

    service(name: string, args: ServiceArgs, parent: pulumi.Resource): Service {
        return containerService(this, name, args, parent);
    }

    balancer(name: string, args: BalancerArgs, parent: pulumi.Resource): Balancer {
        return nginxFront(this, name, args, parent);
    }

    job(name: string, args: JobArgs, parent: pulumi.Resource): Job {
        return containerJob(this, name, args, parent);
    }

    postgres(name: string, args: PostgresArgs, parent: pulumi.Resource): PostgresServer {
        return postgresContainer(this, name, args, parent);
    }

    redis(name: string, args: RedisArgs, parent: pulumi.Resource): RedisServer {
        return redisContainer(this, name, args, parent);
    }

    secret(_name: string, args: SecretArgs): VaultSecret {
        return knownSecret(this, args);
    }

    tunnelConnector(name: string, args: TunnelConnectorArgs, parent: pulumi.Resource): TunnelConnector {
        return tunnelConnector(this, name, args, parent);
    }

    transcription(name: string, args: TranscriptionArgs, parent: pulumi.Resource): Transcription {
        return transcriptionContainer(this, name, args, parent);
    }

    bucket(name: string, args: BucketArgs, parent: pulumi.Resource): Bucket {
        return dropBox(this, name, args, parent);
    }

    /** Whose volume is mounted where, two stacks declare: there is nobody whom one could let in. */
    outsider(address: string): Grantee {
        return { member: pulumi.output(address) };
    }

    /** Who may sign in at the host may deploy: https://docs.docker.com/engine/security/#docker-daemon-attack-surface */
    delivery(): undefined {
        return undefined;
    }

    watch(name: string, args: WatchArgs, parent: pulumi.Resource): Watch {
        return monitoringPrograms(this, name, args, parent);
    }

    imageReader(): pulumi.Resource {
        return this;
    }

    // What follows is refused in the stack file already, by the rule `docker-concerns`.
    documents = (): DocumentStore => notHere("a Firestore database");
    imageRegistry = (): ImageRegistry => notHere("an image registry");
    auditLogs = (): AuditLogs => notHere("an audit log");
}

function notHere(what: string): never {
    throw new RangeError(`${what} is not to be had on a Docker host`);
}
