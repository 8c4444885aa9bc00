import * as pulumi from "@pulumi/pulumi";
import { ManagedTunnel } from "../platforms/cloudflare";
import type { Platform } from "../platforms/platform";

export interface TunnelArgs {
    /** Where the connector runs. */
    readonly platform: Pick<Platform, "tunnelConnector">;
    /** What the tunnel is called in the Cloudflare dashboard. */
    readonly tunnel: string;
    /** Cloudflare's identifier of the account: 32 hexadecimal digits. */
    readonly accountId: string;
    /** Every public host name that comes in by the tunnel, with the address that it leads to, `http://…`. */
    readonly ingress: Readonly<Record<string, string>>;
    /** Identifier of a tunnel that exists and is taken over. Default: one is made. */
    readonly adopt?: string | undefined;
}

/**
 * A Cloudflare tunnel by which several environments are reached: the tunnel, all that it leads to, and its connector.
 * Environments own nothing of it but the records of their host names, which point to `cname`.
 *
 * @example
 * const ingress = { "voice.example.com": "http://192.168.120.12:3100" };
 * new Tunnel("tunnel", { platform, tunnel: "office", accountId, ingress });
 */
export class Tunnel extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    /** What a record of a host name points to. */
    readonly cname: pulumi.Output<string>;

    constructor(name: string, args: TunnelArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, tunnel, accountId, ingress, adopt } = args;
        super("ringfence:index:Tunnel", name, { tunnel, accountId }, opts);
        const managed = new ManagedTunnel(
            `${name}-cloudflare`,
            { accountId, tunnel, ingress, adopt },
            { parent: this },
        );
        platform.tunnelConnector(name, { token: managed.token }, this);
        this.id = managed.id;
        this.cname = managed.cname;
        this.registerOutputs({ id: this.id, cname: this.cname });
    }
}
