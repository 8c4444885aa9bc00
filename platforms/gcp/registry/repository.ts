import * as artifactregistry from "@pulumi/gcp/artifactregistry";
import type * as pulumi from "@pulumi/pulumi";
import { registryAddress } from "../../../environment/image-address";
import type { Identity, ImageRegistry, ImageRegistryArgs } from "../../platform";
import { deletionOf } from "../deletion";
import type { Foundation } from "../foundation";
import { labels } from "../labels";
import { registryApis } from "./apis";
import { cleanUpOf } from "./clean-up";
import { type Grant, grantTo } from "./grant";
import { admitOthers } from "./readers";

/**
 * A Docker repository in Artifact Registry, in the images' own project, and who may read and write it. Its tags cannot
 * be moved: what was pushed under a name stays what it was.
 */
export function artifactRegistry(
    foundation: Foundation,
    name: string,
    args: ImageRegistryArgs,
    parent: pulumi.Resource,
): ImageRegistry {
    const { project, location, repository: repositoryId } = args;
    const repository = new artifactregistry.Repository(
        `${name}-repository`,
        {
            project,
            location,
            repositoryId,
            format: "DOCKER",
            description: "Images of the voice platform, promoted by digest from environment to environment",
            labels: labels(foundation, name),
            dockerConfig: { immutableTags: true },
            cleanupPolicies: cleanUpOf(args),
            cleanupPolicyDryRun: false,
            vulnerabilityScanningConfig: { enablementConfig: args.scan ? "INHERITED" : "DISABLED" },
        },
        {
            parent,
            protect: deletionOf[foundation.tier].protect,
            // Calls are counted, and refused where the API is off, in the caller's project as well.
            dependsOn: [...registryApis(name, args, parent), foundation.apis.enable("artifactregistry")],
        },
    );
    const granting = (grant: Omit<Grant, "member">) => (child: string, identity: Identity, by: pulumi.Resource) =>
        grantTo(child, args, { ...grant, member: identity.member }, repository, by, [identity.resource]);
    admitOthers(foundation, name, args, repository, parent);
    return {
        address: registryAddress(args),
        resource: repository,
        grantReading: granting({ role: "reader" }),
        grantWriting: granting({ role: "writer" }),
    };
}
