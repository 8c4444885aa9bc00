import { Partial, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { survey } from "./survey";

/**
 * The resources of one of these types that a value may mean: by what it refers to, by the very parts that their name is
 * made from, or by the name at the end of its path (`projects/p/global/urlMaps/web`). Empty where none is of this stack.
 */
export function meant(scope: Scope, value: Value | undefined, ...types: readonly string[]): readonly ResourceFacts[] {
    const { byType } = survey(scope);
    return types.flatMap((type) => byType.get(type) ?? []).filter((resource) => means(value, resource));
}

function means(value: Value | undefined, { urn, inputs: { name } }: ResourceFacts): boolean {
    if (typeof value === "string") return value !== "" && value.split("/").at(-1) === name;
    if (!(value instanceof Partial)) return false;
    if (value.references.some((reference) => reference.urn === urn)) return true;
    // A name that is made from others is passed on as what it is made from.
    return name instanceof Partial && JSON.stringify(name.parts) === JSON.stringify(value.parts);
}
