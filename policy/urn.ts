import type { Urn } from "./facts";

const rootType = "pulumi:pulumi:Stack";

/** `urn:pulumi:<stack>::<project>::`, with which every URN of a stack begins. */
export const urnPrefix = (stack: string, project: string): string => `urn:pulumi:${stack}::${project}::`;

/** The project of what `urnPrefix` makes. */
export const projectOfPrefix = (prefix: string): string => prefix.split("::")[1] ?? "";

/** The URN that the engine gives a resource: the types of its ancestors, the stack left out, then its own. */
export function urnOf(stack: string, project: string, parent: Urn | undefined, type: string, name: string): Urn {
    const parentType = parent === undefined || parent === "" ? rootType : qualifiedType(parent);
    const chain = parentType === rootType ? type : `${parentType}$${type}`;
    return `${urnPrefix(stack, project)}${chain}::${name}`;
}

/** Types of a URN from the outermost component to the resource itself, joined by `$`. */
export const qualifiedType = (urn: Urn): string => urn.split("::")[2] ?? "";
