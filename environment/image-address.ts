import type { Registry } from "./schema/registry";

type Place = Pick<Registry, "location" | "project" | "repository">;

/** What every image of the registry begins with: https://cloud.google.com/artifact-registry/docs/docker/names */
export const registryAddress = ({ location, project, repository }: Place): string =>
    `${location}-docker.pkg.dev/${project}/${repository}`;

/** Whether an image's reference lies in the registry. */
export const isFromRegistry = (registry: Place, reference: string): boolean =>
    reference.startsWith(`${registryAddress(registry)}/`);
