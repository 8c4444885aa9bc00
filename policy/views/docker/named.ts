/** What names are of on a Docker host. Each kind has a list of its own there, for all environments on the host. */
export type Named = "network" | "volume" | "container";

export const dockerTypes = {
    network: "docker:index/network:Network",
    volume: "docker:index/volume:Volume",
    container: "docker:index/container:Container",
} as const satisfies Readonly<Record<Named, string>>;

/** What a resource of a type has a name among; nothing for what the engine keeps no list of. */
export const kindOf = (type: string): Named | undefined =>
    (Object.keys(dockerTypes) as Named[]).find((kind) => dockerTypes[kind] === type);
