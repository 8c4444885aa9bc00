/**
 * A resource as rules see it: what the program asked for, in plain JSON, wherever it was seen (the credential-free
 * preview, the CrossGuard pack, the registration of the resource).
 */
export type Urn = string;

export interface ResourceFacts {
    readonly urn: Urn;
    readonly type: string;
    readonly name: string;
    readonly parent?: Urn | undefined;
    /** Plain JSON; a string that is not wholly known is a `Partial` instead, an unknown of any type too. */
    readonly inputs: Readonly<Record<string, Value>>;
    /** Resources that each property is made from. */
    readonly propertyDependencies: Readonly<Record<string, readonly Urn[]>>;
    readonly dependencies: readonly Urn[];
    readonly protect: boolean;
    /** Only read (`.get()`), managed elsewhere. */
    readonly external: boolean;
    /** What exists already and is adopted (`import`), by the provider's identifier; the engine does not tell the pack. */
    readonly adopted?: string | undefined;
}

export type Value = null | boolean | number | string | Partial | readonly Value[] | { readonly [key: string]: Value };

/** One output of one resource. */
export interface Reference {
    readonly urn: Urn;
    /** Path of the property; absent where only the resource is known. */
    readonly property?: string | undefined;
}

/**
 * A value of which a part comes from elsewhere: known text and references in order. The preview knows all parts; the
 * real engine knows of an unknown only which resources it comes from (`[Reference, …]` without text), or nothing (`[]`).
 */
export class Partial {
    #references: readonly Reference[] | undefined;

    constructor(readonly parts: readonly (string | Reference)[]) {}

    get references(): readonly Reference[] {
        this.#references ??= this.parts.filter((part): part is Reference => typeof part !== "string");
        return this.#references;
    }

    /** The text that is known, the rest left out. */
    get text(): string {
        return this.parts.filter((part) => typeof part === "string").join("");
    }
}

/** The known text of a value; "" where nothing of it is known or it is no text. */
export function knownText(value: Value | undefined): string {
    if (value instanceof Partial) return value.text;
    return typeof value === "string"
        ? value
        : typeof value === "number" || typeof value === "boolean"
          ? String(value)
          : "";
}

/** The resources that a value is made from, in it or below it. */
export function referencesOf(value: Value | undefined): readonly Reference[] {
    const references: Reference[] = [];
    gather(value, references);
    return references;
}

function gather(value: Value | undefined, references: Reference[]): void {
    if (value === null || typeof value !== "object") return;
    if (value instanceof Partial) references.push(...value.references);
    else for (const inner of Array.isArray(value) ? value : Object.values(value)) gather(inner, references);
}

/** Whether any part of the value is unknown or comes from another resource. */
export function isKnown(value: Value | undefined): boolean {
    if (value instanceof Partial) return false;
    if (Array.isArray(value)) return value.every(isKnown);
    if (value !== null && typeof value === "object")
        return Object.values(value as Record<string, Value>).every(isKnown);
    return true;
}
