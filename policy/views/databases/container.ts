import type { ResourceFacts } from "../../facts";
import type { Database } from "../database";
import { asDockerContainer } from "../docker/container";
import { items, text } from "../read";
import { asWorkload, type Workload } from "../workload";
import { asUnknown } from "./unknown";

/** Images that are databases, by the last part of their name. */
const databaseImages = /(^|\/)(postgres(ql)?|pgvector|postgis|timescaledb|mysql|mariadb|mongo(db)?)(:|@|$)/;

export function containerDatabase(resource: ResourceFacts): readonly Database[] {
    const workload = asWorkload(resource);
    if (workload === undefined || workload.platform === "gcp" || !runsServer(workload)) return [];
    const image = workload.images.find((name) => databaseImages.test(text(name) ?? ""));
    if (image === undefined) return [];
    return [
        {
            ...asUnknown(resource),
            platform: workload.platform,
            engine: /postg|pgvector|timescale/.test(text(image) ?? "") ? "postgresql" : "unknown",
            openings: publishedBy(resource),
            // Its data lies in a volume, which outlives it.
            protected: true,
            removable: true,
        },
    ];
}

/**
 * Whether a container runs the server of its image: nothing takes the place of what the image starts, or it is started by
 * its own name. A backup or a job takes the image for its tools.
 */
export function runsServer({ resource: { inputs }, platform, kind }: Workload): boolean {
    if (platform !== "docker") return true;
    if (kind !== "service") return false;
    const [program, ...rest] = [...items(inputs.entrypoints), ...items(inputs.command)].map((part) => text(part) ?? "");
    if (program === undefined || program === "" || program.startsWith("-")) return true;
    return [program, ...rest.flatMap((part) => part.split(/\s+/))].some((part) => servers.test(part));
}

const servers =
    /^([\w/-]*\/)?(docker-entrypoint\.sh|postgres|mysqld|mariadbd|mongod|redis-server|valkey-server|keydb-server|dragonfly)$/;

/** Any port of the host will do: whoever is on the host, and every container of it, is outside the network. */
export const publishedBy = (resource: ResourceFacts): readonly string[] =>
    (asDockerContainer(resource)?.ports ?? []).length > 0 ? ["a port of the host"] : [];
