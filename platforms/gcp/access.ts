import * as cloudrun from "@pulumi/gcp/cloudrunv2";
import type * as pulumi from "@pulumi/pulumi";
import { kebab } from "../names";
import type { Identity, ServiceArgs } from "../platform";
import { secretsOf } from "./variables";

/** Lets `member` call the service. `allUsers` is everybody: the application's own authentication stays. */
export function invoker(
    name: string,
    service: cloudrun.Service,
    member: pulumi.Input<string>,
    parent: pulumi.Resource,
): cloudrun.ServiceIamMember {
    return new cloudrun.ServiceIamMember(
        name,
        {
            project: service.project,
            location: service.location,
            name: service.name,
            role: "roles/run.invoker",
            member,
        },
        { parent },
    );
}

/** What the identity of a workload may do: read its own secrets, use its own data stores, and nothing else. */
export function grants(
    name: string,
    args: Pick<ServiceArgs, "variables" | "uses">,
    identity: Identity,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    const secrets = [...secretsOf(args.variables)].map(([secret, variable]) =>
        secret.grant(`${name}-reads-${kebab(variable)}`, identity, parent),
    );
    const stores = args.uses.flatMap((store, index) =>
        store.grant(index === 0 ? `${name}-store` : `${name}-store-${index + 1}`, identity, parent),
    );
    return [...secrets, ...stores];
}
