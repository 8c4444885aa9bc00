import * as compute from "@pulumi/gcp/compute";
import type * as dns from "@pulumi/gcp/dns";
import * as servicenetworking from "@pulumi/gcp/servicenetworking";
import * as pulumi from "@pulumi/pulumi";
import * as random from "@pulumi/random";
import { aboveSandbox, type Tier } from "../../environment/tier";
import { shorten } from "../names";
import type { Apis } from "./apis";
import { labels } from "./labels";
import { runAppZone } from "./run-app-zone";

/**
 * Where Cloud Run instances get their private addresses. Cloud Run holds two addresses for each instance, takes them in
 * blocks of 16 and keeps those of a replaced revision for 20 minutes more; it wants at least a /26, and a service whose
 * range is used up starts no instance. A /20 carries a thousand instances through a rollout that replaces all of them,
 * and private addresses cost nothing. The range can be widened in place, never narrowed.
 * https://cloud.google.com/run/docs/configuring/vpc-direct-vpc#direct-vpc-ip-allocation
 */
const instanceRange = "10.64.0.0/20";

/**
 * Where Google puts the databases and caches: Cloud SQL takes a /24 for each region, Memorystore a /29 for each
 * instance, and a range in use can no longer grow. Beyond the end of anything that `instanceRange` may grow to.
 * https://cloud.google.com/sql/docs/postgres/configure-private-services-access
 */
const serviceRange = { address: "10.96.0.0", prefixLength: 20 } as const;

/** Leaves room for the suffix and for what the network's parts add, within Compute Engine's 63 characters. */
const longestEnvironment = 45;

/**
 * Google holds on to a network for hours after the last Cloud Run instance and for days after the last database, and
 * refuses to delete it meanwhile. So a destroy leaves it behind, empty and free of charge, instead of failing; the next
 * network has another name. https://github.com/hashicorp/terraform-provider-google/issues/18834
 */
const deletionPolicy = "ABANDON";

/**
 * The environment's own network, made when something first needs a private address. An environment without PostgreSQL
 * and Redis has none.
 *
 * No firewall rule: without one a network admits nothing from outside, nothing in this one listens, and rules are not
 * logged for Cloud Run's own traffic.
 */
export class Network {
    #vpc: compute.Network | undefined;
    #subnetwork: compute.Subnetwork | undefined;
    #connection: servicenetworking.Connection | undefined;
    #runApp: dns.RecordSet | undefined;

    constructor(
        private readonly name: string,
        private readonly args: {
            readonly environment: string;
            readonly tier: Tier;
            readonly project: string;
            readonly region: string;
            readonly apis: Apis;
        },
        private readonly parent: pulumi.Resource,
    ) {}

    get vpc(): compute.Network {
        this.#vpc ??= this.create();
        return this.#vpc;
    }

    /** What a service attaches to in order to reach private addresses. */
    get subnetwork(): compute.Subnetwork {
        const { project, region, tier } = this.args;
        this.#subnetwork ??= new compute.Subnetwork(
            `${this.name}-subnetwork`,
            {
                project,
                region,
                name: pulumi.interpolate`${this.vpc.name}-instances`,
                network: this.vpc.id,
                ipCidrRange: instanceRange,
                privateIpGoogleAccess: true,
                logConfig: aboveSandbox(tier)
                    ? { aggregationInterval: "INTERVAL_5_MIN", flowSampling: 0.5, metadata: "INCLUDE_ALL_METADATA" }
                    : undefined,
                deletionPolicy,
            },
            { parent: this.parent },
        );
        return this.#subnetwork;
    }

    /** What a database or cache with a private address depends on. */
    get privateServices(): servicenetworking.Connection {
        this.#connection ??= this.connect();
        return this.#connection;
    }

    /** By what a caller on the network finds a service that is closed to the internet. */
    get runApp(): dns.RecordSet {
        const marks = labels(this.args, this.name);
        this.#runApp ??= runAppZone(this.name, { ...this.args, network: this }, marks, this.parent);
        return this.#runApp;
    }

    private create(): compute.Network {
        const { project, environment, apis } = this.args;
        const suffix = new random.RandomId(`${this.name}-network-suffix`, { byteLength: 2 }, { parent: this.parent });
        return new compute.Network(
            `${this.name}-network`,
            {
                project,
                name: pulumi.interpolate`${shorten(environment, longestEnvironment)}-${suffix.hex}`,
                description: `Private addresses of ${environment} and of no other environment`,
                autoCreateSubnetworks: false,
                routingMode: "REGIONAL",
                deletionPolicy,
            },
            { parent: this.parent, dependsOn: [apis.enable("compute")] },
        );
    }

    private connect(): servicenetworking.Connection {
        const { project, apis } = this.args;
        const range = new compute.GlobalAddress(
            `${this.name}-service-range`,
            {
                project,
                name: pulumi.interpolate`${this.vpc.name}-services`,
                network: this.vpc.id,
                purpose: "VPC_PEERING",
                addressType: "INTERNAL",
                ...serviceRange,
                deletionPolicy,
            },
            { parent: this.parent },
        );
        return new servicenetworking.Connection(
            `${this.name}-private-services`,
            {
                network: this.vpc.id,
                service: "servicenetworking.googleapis.com",
                reservedPeeringRanges: [range.name],
                deletionPolicy,
            },
            { parent: this.parent, dependsOn: [apis.enable("servicenetworking")] },
        );
    }
}
