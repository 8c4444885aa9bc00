import type { ResourceFacts, Urn } from "../facts";
import type { Scope } from "../rule";
import { field, items, text } from "./read";

/** What is known of all resources of a scope, gathered in one pass and kept as long as the list of resources lives. */
export interface Survey {
    readonly byUrn: ReadonlyMap<Urn, ResourceFacts>;
    /** Names by which resources of this stack are reached: services, containers and their aliases, buckets, Workers. */
    readonly names: ReadonlySet<string>;
    /** For views that put several resources together. */
    readonly byType: ReadonlyMap<string, readonly ResourceFacts[]>;
}

const surveys = new WeakMap<readonly ResourceFacts[], Survey>();

export function survey(scope: Pick<Scope, "resources">): Survey {
    let known = surveys.get(scope.resources);
    if (known === undefined) {
        known = gather(scope.resources);
        surveys.set(scope.resources, known);
    }
    return known;
}

function gather(resources: readonly ResourceFacts[]): Survey {
    const byUrn = new Map<Urn, ResourceFacts>();
    const names = new Set<string>();
    const byType = new Map<string, ResourceFacts[]>();
    for (const resource of resources) {
        byUrn.set(resource.urn, resource);
        if (!resource.external) for (const name of namesOf(resource)) names.add(name);
        const ofType = byType.get(resource.type);
        if (ofType === undefined) byType.set(resource.type, [resource]);
        else ofType.push(resource);
    }
    return { byUrn, names, byType };
}

/** Inputs that name a resource, by the provider's own words. */
const naming = ["name", "hostname", "scriptName"];

function* namesOf({ inputs }: ResourceFacts): Generator<string> {
    for (const key of naming) {
        const name = text(inputs[key]);
        if (name !== undefined) yield name;
    }
    const metadata = text(field(inputs.metadata, "name"));
    if (metadata !== undefined) yield metadata;
    for (const network of items(inputs.networksAdvanced)) {
        for (const alias of items(field(network, "aliases"))) if (typeof alias === "string") yield alias;
    }
}

/** The resources that rules judge: all of a whole stack, the one in question at its registration. */
export const judged = ({ resources, complete }: Scope): readonly ResourceFacts[] =>
    complete ? resources : resources.slice(-1);
