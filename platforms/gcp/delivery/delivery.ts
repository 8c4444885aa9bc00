import * as projects from "@pulumi/gcp/projects";
import type * as pulumi from "@pulumi/pulumi";
import { type DeliveryAccount, deliveryAccountOf } from "../../../environment/delivery-accounts";
import type { Delivery, DeliveryArgs, Identity } from "../../platform";
import type { Foundation } from "../foundation";
import { serviceAccount } from "../identity";
import { Federation } from "./federation";
import { grantsWorkloadRolesOnly, rolesFor } from "./roles";

/**
 * Lets a GitHub workflow deploy the environment, and push the image where its branch builds it. It proves who it is by a
 * token that GitHub signs for one job; there is no key to keep, to leak or to rotate.
 */
export function githubDelivery(
    foundation: Foundation,
    name: string,
    args: DeliveryArgs,
    parent: pulumi.Resource,
): Delivery {
    const federation = new Federation(foundation, name, args, parent);
    const account = (called: DeliveryAccount, description: string): Identity => {
        const identity = serviceAccount(
            foundation,
            `${name}-${called}`,
            { account: deliveryAccountOf({ name: foundation.environment }, called), description },
            parent,
        );
        federation.admit(called, identity, parent);
        return identity;
    };
    const deployer = account("deployer", `Deploys ${foundation.environment} from the branch ${args.branch}`);
    grantRoles(foundation, name, args, deployer, parent);
    const publisher = args.builds ? account("publisher", "Pushes the image that the branch has built") : undefined;
    return { provider: federation.provider.name, deployer, publisher };
}

function grantRoles(
    { project }: Foundation,
    name: string,
    { manages }: DeliveryArgs,
    { member }: Identity,
    parent: pulumi.Resource,
): void {
    const grant = (role: string, condition?: projects.IAMMemberArgs["condition"]) =>
        new projects.IAMMember(
            `${name}-${role.replace(/^roles\//, "").replace(/[^A-Za-z]+/g, "-")}`,
            { project, role, member, ...(condition === undefined ? {} : { condition }) },
            { parent },
        );
    for (const { role } of rolesFor(manages)) grant(role);
    grant("roles/resourcemanager.projectIamAdmin", {
        title: "only-roles-of-workloads",
        description: "Gives and takes the roles that workloads have, never its own",
        expression: grantsWorkloadRolesOnly,
    });
}
