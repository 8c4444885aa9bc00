import type * as artifactregistry from "@pulumi/gcp/artifactregistry";
import type { ImageRegistryArgs } from "../../platform";

type Policies = NonNullable<artifactregistry.RepositoryArgs["cleanupPolicies"]>;

/**
 * What is deleted by itself: images that have lost, or never had, a tag. CI tags each image with the commit that it was
 * built from and tags cannot be moved or taken away, so an image that CI pushed keeps its tag, and one that an
 * environment runs is never deleted, however old. Where both kinds of policy match, keeping wins.
 * https://cloud.google.com/artifact-registry/docs/repositories/cleanup-policy-overview
 */
export const cleanUpOf = ({ keep, untaggedFor }: Pick<ImageRegistryArgs, "keep" | "untaggedFor">): Policies => [
    { id: "keep-newest", action: "KEEP", mostRecentVersions: { keepCount: keep } },
    { id: "delete-untagged", action: "DELETE", condition: { tagState: "UNTAGGED", olderThan: `${untaggedFor}s` } },
];
