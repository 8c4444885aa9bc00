import type * as pulumi from "@pulumi/pulumi";

export interface IdentityArgs {
    /** Name of the account; shortened where the platform takes less. */
    readonly account: string;
    readonly description: string;
}
export interface Identity {
    /** What the platform calls it: on Google Cloud the service account's e-mail address. */
    readonly id: pulumi.Output<string>;
    /** How permissions name it: on Google Cloud `serviceAccount:<e-mail>`. */
    readonly member: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}

/** Whom a permission is given to. */
export type Grantee = Pick<Identity, "member">;
