import type * as pulumi from "@pulumi/pulumi";

export interface TunnelConnectorArgs {
    /** What it signs in with, a secret. */
    readonly token: pulumi.Output<string>;
}
export interface TunnelConnector {
    readonly resource: pulumi.Resource;
}
