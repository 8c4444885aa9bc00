import * as pulumi from "@pulumi/pulumi";
import type { Balancer, BalancerArgs, OwnershipProof, Platform } from "../platforms/platform";

export interface LoadBalancerArgs {
    readonly platform: Pick<Platform, "balancer">;
    /** Services by a short name, each with the requests that it answers. They must be told that they are reached by it. */
    readonly services: BalancerArgs["services"];
    /** Public host names that lead to another: the apex to `www`. Default: none. */
    readonly redirects?: BalancerArgs["redirects"] | undefined;
    /** The host name to which a request for any other one is led. Default: the platform's choice. */
    readonly elsewhere?: string | undefined;
    /** Whether it looks for attacks in each request, as the edge does before it. Default: false. */
    readonly firewall?: boolean | undefined;
}

/**
 * The way in from the edge to the services where their own addresses are closed: one public address, certificates for
 * all host names, and nobody let in who does not come through the edge.
 *
 * @example
 * const api = new VoiceApi("api", { platform, release: "r1", image, reachedBy: "balancer" });
 * const services = { api: { host: "api.example.com", service: api.service, webSocket: false, timeout: seconds("60s") } };
 * new LoadBalancer("balancer", { platform, services, elsewhere: "api.example.com" });
 */
export class LoadBalancer extends pulumi.ComponentResource implements Balancer {
    readonly address: pulumi.Output<string>;
    readonly hosts: readonly string[];
    readonly proofs: readonly OwnershipProof[];

    constructor(name: string, args: LoadBalancerArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, services, redirects = {}, elsewhere, firewall = false } = args;
        const hosts = [...new Set(Object.values(services).flatMap(({ host }) => host ?? []))];
        super("ringfence:index:LoadBalancer", name, { hosts, redirects, firewall }, opts);
        const balancer = platform.balancer(name, { services, redirects, elsewhere, firewall }, this);
        this.address = balancer.address;
        this.hosts = balancer.hosts;
        this.proofs = balancer.proofs;
        this.registerOutputs({ address: this.address });
    }
}
