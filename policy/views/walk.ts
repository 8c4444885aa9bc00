import type { Partial, ResourceFacts, Value } from "../facts";
import { isFields } from "./read";

/** A text, a number, a flag or an unknown somewhere in a resource's inputs. */
export interface Leaf {
    /** The input property that it is in: `template`. */
    readonly property: string;
    /** The key that it is the value of; that of the list where it is an item. */
    readonly key: string;
    /** The key above, "" at the top: tells `network` of `vpcAccess` from others. */
    readonly above: string;
    /** `template.containers[0].image`. */
    readonly path: string;
    readonly value: string | number | boolean | Partial;
}

const found = new WeakMap<ResourceFacts, readonly Leaf[]>();

/** Every leaf of a resource's inputs, once. */
export function leavesOf(resource: ResourceFacts): readonly Leaf[] {
    let leaves = found.get(resource);
    if (leaves === undefined) {
        const gathered: Leaf[] = [];
        for (const [property, value] of Object.entries(resource.inputs))
            gather(value, property, property, "", property, gathered);
        leaves = gathered;
        found.set(resource, leaves);
    }
    return leaves;
}

function gather(value: Value, property: string, key: string, above: string, path: string, leaves: Leaf[]): void {
    if (value === null || value === undefined) return;
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) gather(item, property, key, above, `${path}[${index}]`, leaves);
    } else if (isFields(value)) {
        for (const [name, item] of Object.entries(value)) gather(item, property, name, key, `${path}.${name}`, leaves);
    } else {
        leaves.push({ property, key, above, path, value: value as Leaf["value"] });
    }
}

/** Whether a path is one of these, or lies below one. */
export function isWithin(path: string, paths: ReadonlySet<string>): boolean {
    if (paths.size === 0) return false;
    for (let end = path.length; end > 0; end = Math.max(path.lastIndexOf(".", end - 1), path.lastIndexOf("[", end - 1)))
        if (paths.has(path.slice(0, end))) return true;
    return false;
}

/** Prose is no use of anything: a description may explain what the resource keeps away from. */
const prose = new Set(["description", "comment", "displayName", "documentation", "title", "id", "urn", "__provider"]);
export const isProse = (key: string, above: string): boolean => prose.has(key) || prose.has(above);
