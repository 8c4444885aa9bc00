import type { ResourceFacts } from "../../facts";
import type { Database } from "../database";
import { protection } from "../protection";

/** A database whose make rules know too little of: what is the same everywhere is judged. */
export function asUnknown(resource: ResourceFacts): Database {
    return {
        resource,
        platform: "gcp",
        engine: "unknown",
        replica: false,
        encryptsTransit: true,
        openings: [],
        backups: undefined,
        ...protection(resource, "deletionProtection", true),
    };
}
