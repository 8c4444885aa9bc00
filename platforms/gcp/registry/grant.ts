import * as artifactregistry from "@pulumi/gcp/artifactregistry";
import type * as pulumi from "@pulumi/pulumi";
import type { ImageRegistryArgs } from "../../platform";

export interface Grant {
    /** A reader pulls; a writer pushes too, and deletes nothing. https://cloud.google.com/artifact-registry/docs/access-control */
    readonly role: "reader" | "writer";
    readonly member: pulumi.Input<string>;
}

/** A permission on this one repository. `from` is what the member is made of, so that the fence can tell whose it is. */
export function grantTo(
    name: string,
    { project, location, repository }: Pick<ImageRegistryArgs, "project" | "location" | "repository">,
    { role, member }: Grant,
    resource: artifactregistry.Repository,
    parent: pulumi.Resource,
    from: readonly pulumi.Resource[] = [],
): artifactregistry.RepositoryIamMember {
    return new artifactregistry.RepositoryIamMember(
        name,
        { project, location, repository, role: `roles/artifactregistry.${role}`, member },
        { parent, dependsOn: [resource, ...from] },
    );
}
