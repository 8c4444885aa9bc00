import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../environment/tier";
import type {
    DocumentStore,
    DocumentStoreArgs,
    Identity,
    IdentityArgs,
    Platform,
    PostgresArgs,
    PostgresServer,
    RedisArgs,
    RedisServer,
    SecretArgs,
    Service,
    ServiceArgs,
    VaultSecret,
} from "../platform";
import { Apis } from "./apis";
import { firestoreDatabase } from "./firestore";
import type { Foundation } from "./foundation";
import { serviceAccount } from "./identity";
import { Network } from "./network";
import { cloudSql } from "./postgres";
import { memorystoreRedis } from "./redis";
import { vaultSecret } from "./secrets";
import { cloudRunService } from "./service";

export interface GoogleCloudArgs {
    /** The environment's name: part of every name and a label of everything that takes labels. */
    readonly environment: string;
    /** Decides what may be destroyed, what is backed up and what is logged. */
    readonly tier: Tier;
    /** Google Cloud project, which belongs to this environment alone. */
    readonly project: string;
    /** Google Cloud region, `europe-west2`. */
    readonly region: string;
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

    constructor(name: string, args: GoogleCloudArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:GoogleCloud", name, { ...args }, opts);
        this.environment = args.environment;
        this.tier = args.tier;
        this.project = args.project;
        this.region = args.region;
        this.apis = new Apis(name, args.project, this);
        this.network = new Network(name, { ...args, apis: this.apis }, this);
        this.registerOutputs({ project: args.project, region: args.region });
    }

    identity(name: string, args: IdentityArgs, parent: pulumi.Resource): Identity {
        return serviceAccount(this, name, args, parent);
    }

    service(name: string, args: ServiceArgs, parent: pulumi.Resource): Service {
        return cloudRunService(this, name, args, parent);
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
}
