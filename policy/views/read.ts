import { Partial, type Value } from "../facts";

/**
 * Readers of inputs that nobody has checked: a property may be missing, of another type, or not known yet. None of them
 * throws. An unknown on the way to a property stands for the property.
 */
export type Fields = Readonly<Record<string, Value>>;

export const isFields = (value: Value | undefined): value is Fields =>
    value !== null && typeof value === "object" && !Array.isArray(value) && !(value instanceof Partial);

/** What lies at a path; the unknown that hides it, if one does; nothing if it is not there. */
export function field(value: Value | undefined, ...path: readonly string[]): Value | undefined {
    let current = value;
    for (const key of path) {
        if (current instanceof Partial) return current;
        if (!isFields(current)) return undefined;
        current = current[key];
    }
    return current ?? undefined;
}

/** The items of a list; a list that is not known is one item that is not known, a single object is a list of one. */
export function items(value: Value | undefined): readonly Value[] {
    if (Array.isArray(value)) return value;
    return value instanceof Partial || isFields(value) ? [value] : [];
}

export const text = (value: Value | undefined): string | undefined => (typeof value === "string" ? value : undefined);
export const flag = (value: Value | undefined): boolean | undefined => (typeof value === "boolean" ? value : undefined);

/** A number, also where it is written as text (`"80"`). */
export function figure(value: Value | undefined): number | undefined {
    if (typeof value === "number") return value;
    if (typeof value !== "string" || !/^-?\d+(\.\d+)?$/.test(value)) return undefined;
    return Number(value);
}

/** `3600s`, as Google Cloud writes durations, or a bare number of seconds. */
export function inSeconds(value: Value | undefined): number | undefined {
    const seconds = typeof value === "string" ? value.replace(/s$/, "") : value;
    return figure(seconds);
}

/** A day, in seconds. */
export const day = 86400;

/** Whether something is there that nobody can read yet. */
export const isUnknown = (value: Value | undefined): value is Partial => value instanceof Partial;

/** The names of values that are there but not known yet. */
export const unread = <Name extends string>(
    values: Readonly<Record<Name, readonly (Value | undefined)[]>>,
): ReadonlySet<Name> => new Set((Object.keys(values) as Name[]).filter((name) => values[name].some(isUnknown)));

/** String values of an object. What is no text is left out. */
export function texts(value: Value | undefined): Readonly<Record<string, string>> {
    if (!isFields(value)) return {};
    return Object.fromEntries(
        Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
}
