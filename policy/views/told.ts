import { Partial, type ResourceFacts, type Urn } from "../facts";
import { leavesOf } from "./walk";

/** What the unknowns of a resource say of where they come from. */
export interface Told {
    readonly urns: ReadonlySet<Urn>;
    readonly properties: ReadonlyMap<string, ToldByProperty>;
}

export interface ToldByProperty {
    readonly urns: ReadonlySet<Urn>;
    /** Whether one says more than from which resource: the property of that resource, or text around it. */
    readonly exact: boolean;
}

const found = new WeakMap<ResourceFacts, Told>();

export function toldBy(resource: ResourceFacts): Told {
    let told = found.get(resource);
    if (told === undefined) {
        told = gather(resource);
        found.set(resource, told);
    }
    return told;
}

function gather(resource: ResourceFacts): Told {
    const urns = new Set<Urn>();
    const properties = new Map<string, { readonly urns: Set<Urn>; exact: boolean }>();
    for (const { property, value } of leavesOf(resource)) {
        if (!(value instanceof Partial)) continue;
        let told = properties.get(property);
        if (told === undefined) {
            told = { urns: new Set(), exact: false };
            properties.set(property, told);
        }
        for (const part of value.parts) {
            if (typeof part === "string" || part.property !== undefined) told.exact = true;
            if (typeof part === "string") continue;
            told.urns.add(part.urn);
            urns.add(part.urn);
        }
    }
    return { urns, properties };
}
