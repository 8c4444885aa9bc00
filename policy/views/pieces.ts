import { Partial, type Reference, type Value } from "../facts";

/**
 * The text of a value with a placeholder for each reference, so that patterns can be matched across both:
 * `rediss://:⟨0⟩@⟨1⟩:6378`. Placeholders are made of characters that no real name has.
 */
export interface Pieces {
    readonly text: string;
    readonly references: readonly Reference[];
}

const open = "\u{E000}";
const close = "\u{E001}";
export const placeholderPattern = new RegExp(`${open}(\\d+)${close}`, "gu");

export function pieces(value: Value | undefined): Pieces {
    if (typeof value === "string") return { text: value, references: [] };
    if (typeof value === "number" || typeof value === "boolean") return { text: String(value), references: [] };
    if (!(value instanceof Partial)) return { text: "", references: [] };
    const references: Reference[] = [];
    const text = value.parts
        .map((part) => (typeof part === "string" ? part : `${open}${references.push(part) - 1}${close}`))
        .join("");
    return { text, references };
}

/** The references whose placeholders a piece of text holds. */
export function referencesIn(part: string, { references }: Pieces): readonly Reference[] {
    return [...part.matchAll(placeholderPattern)].flatMap(([, index]) => references[Number(index)] ?? []);
}

/** The text without its placeholders. */
export const withoutReferences = (part: string): string =>
    part.includes(open) ? part.replace(placeholderPattern, "") : part;
