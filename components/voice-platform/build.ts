import { resolve } from "node:path";
import type { Environment } from "../../environment";

/** The image that is built on the host, where the environment asks for that. */
export function buildOf({ release: { image, build } }: Environment): { image: string; folder: string } | undefined {
    return image === undefined || build === undefined ? undefined : { image: image.reference, folder: resolve(build) };
}
