import * as pulumi from "@pulumi/pulumi";
import type { Balancer } from "../platform";
import { ownershipRecord } from "./ownership-record";
import { proxiedRecord } from "./proxied-record";

export interface BalancerEntryArgs {
    readonly environment: string;
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    readonly balancer: Balancer;
}

/**
 * The way in from Cloudflare's edge to a load balancer: a record for each host name, and one that proves its ownership.
 * A host name that leads to another has a record of the same kind, not a CNAME: the redirect is the balancer's, and an
 * address can stand beside the Worker's while one entry takes over from the other.
 */
export class BalancerEntry extends pulumi.ComponentResource {
    constructor(name: string, args: BalancerEntryArgs, opts?: pulumi.ComponentResourceOptions) {
        const { zoneId, environment, balancer } = args;
        const { address, hosts, proofs } = balancer;
        super("ringfence:index:BalancerEntry", name, { zoneId, hosts }, opts);
        for (const host of hosts)
            proxiedRecord(`${name}-${host}-record`, { zoneId, host, environment, to: { balancer: address } }, this);
        for (const proof of proofs) ownershipRecord(`${name}-${proof.host}-ownership`, args, proof, this);
        this.registerOutputs({ hosts });
    }
}
