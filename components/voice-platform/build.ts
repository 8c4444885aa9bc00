import type { Environment } from "../../environment";

/**
 * The image that is built on the host, where the environment asks for that. The folder stays as it is written, so that a plan
 * is the same in every checkout: Pulumi starts a provider where it runs the program, and Docker's takes a path from there.
 * https://github.com/kreuzwerker/terraform-provider-docker/blob/master/internal/provider/resource_docker_image_funcs.go
 */
export function buildOf({ release: { image, build } }: Environment): { image: string; folder: string } | undefined {
    return image === undefined || build === undefined ? undefined : { image: image.reference, folder: build };
}
