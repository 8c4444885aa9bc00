import type { ResourceFacts } from "../facts";
import { pieces } from "./pieces";
import { type Variable, variablesOf } from "./variable";
import { isProse, isWithin, type Leaf, leavesOf } from "./walk";

/** Resources whose host is a database's: they copy it, or answer for it. */
const databaseLinks = /^(gcp:(datastream|databasemigrationservice)\/|cloudflare:index\/hyperdriveConfig:)/;
const hostKeys = new Set(["host", "hostname"]);

const beside = new WeakMap<ResourceFacts, readonly Leaf[]>();

/** The leaves of a resource that are in no variable, prose left out. */
export function leavesBesideVariables(resource: ResourceFacts): readonly Leaf[] {
    let leaves = beside.get(resource);
    if (leaves === undefined) {
        const paths = new Set(variablesOf(resource).map(({ path }) => path));
        leaves = leavesOf(resource).filter(({ key, above, path }) => !isProse(key, above) && !isWithin(path, paths));
        beside.set(resource, leaves);
    }
    return leaves;
}

/**
 * Texts outside variables that may hold an address: arguments, files, scripts, targets of schedules. They are read as
 * variables without a name.
 */
export function textsOf(resource: ResourceFacts): readonly Variable[] {
    return leavesBesideVariables(resource).flatMap(({ property, key, path, value }): Variable[] => {
        if (hostKeys.has(key) && databaseLinks.test(resource.type))
            return [{ name: "DATABASE_HOST", value, property, path }];
        return pieces(value).text.includes("://") || argumentKeys.has(key) ? [{ name: "", value, property, path }] : [];
    });
}

/** What a container is started with, which may well be an address. */
const argumentKeys = new Set(["args", "command", "commands", "entrypoints"]);
