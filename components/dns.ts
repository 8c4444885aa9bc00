import * as pulumi from "@pulumi/pulumi";
import { BalancerEntry, TunnelEntry, WorkerEntry } from "../platforms/cloudflare";
import type { Balancer, Platform } from "../platforms/platform";

export interface DnsArgs {
    readonly platform: Pick<Platform, "environment">;
    /** Cloudflare's identifiers of the account and of the zone: 32 hexadecimal digits each. */
    readonly accountId: string;
    readonly zoneId: string;
    /** Public host names, each with the address of the service that answers for it, `https://…`. */
    readonly origins: Readonly<Record<string, pulumi.Input<string>>>;
    /** Public host names that lead to another: the apex to `www`. Default: none. */
    readonly redirects?: Readonly<Record<string, string>> | undefined;
    /** What answers for all of these host names in the services' place. Default: none; a Worker forwards to the services. */
    readonly balancer?: Balancer | undefined;
    /** The tunnel that all of these host names lead into, `<identifier>.cfargotunnel.com`. Default: none. */
    readonly tunnel?: pulumi.Input<string> | undefined;
}

/**
 * Where the environment is reached: its host names at Cloudflare, and the way from the edge to its services. It writes
 * records and routes of its own host names only; settings of the zone belong to the one stack that manages it.
 *
 * @example
 * new Dns("dns", { platform, accountId, zoneId, origins: { "api.example.com": api.service.url } });
 */
export class Dns extends pulumi.ComponentResource {
    /** Every host name that it answers for. */
    readonly hosts: readonly string[];

    constructor(name: string, args: DnsArgs, opts?: pulumi.ComponentResourceOptions) {
        const { accountId, zoneId, origins, redirects = {}, balancer, tunnel } = args;
        const { environment } = args.platform;
        super("ringfence:index:Dns", name, { zoneId, hosts: Object.keys(origins), redirects }, opts);
        this.hosts = [...Object.keys(origins), ...Object.keys(redirects)];
        const entry = `${name}-entry`;
        if (tunnel !== undefined)
            new TunnelEntry(entry, { environment, zoneId, hosts: this.hosts, cname: tunnel }, { parent: this });
        else if (balancer === undefined)
            new WorkerEntry(entry, { environment, accountId, zoneId, origins, redirects }, { parent: this });
        else new BalancerEntry(entry, { environment, zoneId, balancer }, { parent: this });
        this.registerOutputs({ hosts: this.hosts });
    }
}
