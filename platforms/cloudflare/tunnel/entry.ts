import * as pulumi from "@pulumi/pulumi";
import { proxiedRecord } from "../proxied-record";

export interface TunnelEntryArgs {
    readonly environment: string;
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    /** Public host names of the environment. */
    readonly hosts: readonly string[];
    /** What the tunnel is called in the domain name system: `<identifier>.cfargotunnel.com`. */
    readonly cname: pulumi.Input<string>;
}

/**
 * The way in from Cloudflare's edge by a tunnel that somebody else owns: a record for each host name of the environment.
 * Where in the host a host name leads is said by the tunnel's owner.
 */
export class TunnelEntry extends pulumi.ComponentResource {
    constructor(name: string, args: TunnelEntryArgs, opts?: pulumi.ComponentResourceOptions) {
        const { environment, zoneId, hosts, cname } = args;
        super("ringfence:index:TunnelEntry", name, { zoneId, hosts }, opts);
        for (const host of hosts)
            proxiedRecord(`${name}-${host}-record`, { zoneId, host, environment, to: { tunnel: cname } }, this);
        this.registerOutputs({ hosts });
    }
}
