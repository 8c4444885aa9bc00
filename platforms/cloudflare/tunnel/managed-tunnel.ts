import * as cloudflare from "@pulumi/cloudflare";
import * as pulumi from "@pulumi/pulumi";

export interface ManagedTunnelArgs {
    /** Cloudflare's identifier of the account: 32 hexadecimal digits. */
    readonly accountId: string;
    /** What the tunnel is called in the dashboard. */
    readonly tunnel: string;
    /** Public host names, each with the address that it leads to, `http://…`. */
    readonly ingress: Readonly<Record<string, string>>;
    /** Identifier of a tunnel that exists and is taken over. Default: one is made. */
    readonly adopt?: string | undefined;
}

/**
 * A Cloudflare tunnel whose configuration Cloudflare keeps and hands to its connector. Each write replaces the list of
 * host names whole, so it has one owner, who knows them all.
 * https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/
 */
export class ManagedTunnel extends pulumi.ComponentResource {
    readonly id: pulumi.Output<string>;
    /** What the records of its host names point to. */
    readonly cname: pulumi.Output<string>;
    /** What a connector signs in with, a secret. */
    readonly token: pulumi.Output<string>;

    constructor(name: string, args: ManagedTunnelArgs, opts?: pulumi.ComponentResourceOptions) {
        const { accountId } = args;
        super("ringfence:index:ManagedTunnel", name, { accountId, tunnel: args.tunnel }, opts);
        const tunnel = this.tunnel(name, args);
        // What is adopted is imported by the account's identifier and its own.
        this.id = tunnel.id.apply((id) => id.split("/").at(-1) ?? id);
        this.cname = pulumi.interpolate`${this.id}.cfargotunnel.com`;
        const { token } = cloudflare.getZeroTrustTunnelCloudflaredTokenOutput(
            { accountId, tunnelId: this.id },
            { parent: this },
        );
        // Asked for a tunnel that is not there yet, the function answers with an unknown that comes from nowhere.
        this.token = pulumi.secret(pulumi.all([token, this.id]).apply(([known]) => known));
        this.configuration(name, args);
        this.registerOutputs({ id: this.id, cname: this.cname });
    }

    /** Without a secret of its own Cloudflare makes one up, which the token is made from; it cannot be read otherwise. */
    private tunnel(name: string, { accountId, tunnel, adopt }: ManagedTunnelArgs) {
        return new cloudflare.ZeroTrustTunnelCloudflared(
            `${name}-tunnel`,
            { accountId, name: tunnel, configSrc: "cloudflare" },
            {
                parent: this,
                // Records of environments name it, production's among them: another one would leave them without a way in.
                protect: true,
                ...(adopt === undefined
                    ? {}
                    : {
                          import: `${accountId}/${adopt}`,
                          // Not read when a tunnel is imported: https://github.com/cloudflare/terraform-provider-cloudflare/issues/5488
                          ignoreChanges: ["configSrc", "tunnelSecret"],
                      }),
            },
        );
    }

    private configuration(name: string, { accountId, ingress }: ManagedTunnelArgs) {
        const led = Object.entries(ingress).sort(([a], [b]) => (a < b ? -1 : 1));
        return new cloudflare.ZeroTrustTunnelCloudflaredConfig(
            `${name}-configuration`,
            {
                accountId,
                tunnelId: this.id,
                config: {
                    ingresses: [
                        ...led.map(([hostname, service]) => ({ hostname, service })),
                        // The last line must answer whatever no other does.
                        { service: "http_status:404" },
                    ],
                },
            },
            { parent: this },
        );
    }
}
