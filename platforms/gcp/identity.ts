import * as serviceaccount from "@pulumi/gcp/serviceaccount";
import type * as pulumi from "@pulumi/pulumi";
import type { Identity, IdentityArgs } from "../platform";
import type { Foundation } from "./foundation";
import { accountId } from "./limits";

/** A service account of one workload. Nothing is granted to it here: each resource grants its own readers. */
export function serviceAccount(
    { project, apis }: Foundation,
    name: string,
    args: IdentityArgs,
    parent: pulumi.Resource,
): Identity {
    const account = new serviceaccount.Account(
        name,
        {
            project,
            accountId: accountId(args.account),
            displayName: args.account,
            description: args.description,
        },
        { parent, dependsOn: [apis.enable("iam")] },
    );
    return { id: account.email, member: account.member, resource: account };
}
