import * as projects from "@pulumi/gcp/projects";
import type * as pulumi from "@pulumi/pulumi";
import type { ImageRegistryArgs } from "../../platform";

/**
 * The APIs of the images' project, which is not the environment's own. `cloudresourcemanager` and `serviceusage` must be
 * on there beforehand, as in every project. Scanning is paid for by the image, so its API is on only where it is asked
 * for: https://cloud.google.com/artifact-analysis/pricing
 */
export function registryApis(
    name: string,
    { project, scan }: Pick<ImageRegistryArgs, "project" | "scan">,
    parent: pulumi.Resource,
): readonly projects.Service[] {
    const enable = (api: string) =>
        new projects.Service(
            `${name}-${api}-api`,
            { project, service: `${api}.googleapis.com`, disableOnDestroy: false },
            { parent },
        );
    return [enable("artifactregistry"), ...(scan ? [enable("containerscanning")] : [])];
}
