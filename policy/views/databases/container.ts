import type { ResourceFacts, Value } from "../../facts";
import type { Database } from "../database";
import { field, items, text } from "../read";
import { asWorkload } from "../workload";
import { asUnknown } from "./unknown";

/** Images that are databases, by the last part of their name. */
const databaseImages = /(^|\/)(postgres(ql)?|pgvector|postgis|timescaledb|mysql|mariadb|mongo(db)?)(:|@|$)/;

export function containerDatabase(resource: ResourceFacts): readonly Database[] {
    const workload = asWorkload(resource);
    if (workload === undefined || workload.platform === "gcp") return [];
    const image = workload.images.find((name) => databaseImages.test(text(name) ?? ""));
    if (image === undefined) return [];
    return [
        {
            ...asUnknown(resource),
            platform: workload.platform,
            engine: /postg|pgvector|timescale/.test(text(image) ?? "") ? "postgresql" : "unknown",
            openings: publishedPorts(resource).length > 0 ? ["a port of the host"] : [],
            // Its data lies in a volume, which outlives it.
            protected: true,
            removable: true,
        },
    ];
}

/** Ports of a container that the host answers on for others than itself. */
export const publishedPorts = ({ inputs }: ResourceFacts): readonly Value[] =>
    items(inputs.ports).filter((port) => {
        const ip = text(field(port, "ip"));
        return field(port, "external") !== undefined && !/^(127\.|::1$|localhost$)/.test(ip ?? "");
    });
