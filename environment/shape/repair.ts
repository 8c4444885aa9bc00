import { inYaml, oneOf } from "../wording";
import { core, definition, exampleOf, keysOf, type Schema, wordsOf } from "./schema-at";

/** `write a length of time with its unit, for example 30s, 5m or 1h`: what the schema says of itself. */
export function writeWhatIsMeant(schema: Schema | undefined): string {
    if (schema === undefined) return "remove it";
    const choices = choicesOf(schema);
    if (choices.length > 0) return `write ${oneOf(choices.map(inYaml))}`;
    const { discriminator } = definition(core(schema));
    if (discriminator !== undefined) return `write a map${forExample([exampleOf(schema)])}`;
    const keys = keysOf(schema);
    if (keys.length > 0) return `write a map with the keys ${keys.join(", ")}${forExample([exampleOf(schema)])}`;
    const { form, examples } = wordsOf(schema);
    const example = definition(core(schema)).type === "array" ? [exampleOf(schema)] : examples;
    return `write ${form === undefined ? kindOfSchema(schema) : lowerFirst(form)}${forExample(example)}`;
}

/** The possible values, where the schema counts them. */
export function choicesOf(schema: Schema): readonly unknown[] {
    const { entries, values, options } = definition(core(schema));
    if (entries !== undefined) return Object.values(entries);
    if (values !== undefined) return values;
    const below = (options ?? []).map(choicesOf);
    return below.length > 0 && below.every((choices) => choices.length > 0) ? below.flat() : [];
}

/** What zod's names of types are called here. */
const kinds: Readonly<Record<string, string>> = {
    string: "text",
    number: "a number",
    int: "a whole number",
    boolean: "true or false",
    object: "a map",
    record: "a map",
    array: "a list",
    union: "a map",
};
export const kindNamed = (type: string): string => kinds[type] ?? "another value";

function kindOfSchema(schema: Schema): string {
    const { type, format } = core(schema)._zod.def as unknown as { readonly type: string; readonly format?: string };
    return kindNamed(format === "safeint" ? "int" : type) + boundsOf(schema);
}

/** ` from 1 to 65535`, where both ends are set. */
function boundsOf(schema: Schema): string {
    const { minValue, maxValue } = core(schema) as { readonly minValue?: number; readonly maxValue?: number };
    const bounded = typeof minValue === "number" && typeof maxValue === "number";
    return bounded && maxValue < Number.MAX_SAFE_INTEGER ? ` from ${minValue} to ${maxValue}` : "";
}

const lowerFirst = (text: string): string =>
    /^[A-Z](?=[a-z ])/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

function forExample(examples: readonly unknown[]): string {
    const shown = examples.filter((example) => ![example].flat().includes(undefined)).map(inYaml);
    return shown.length === 0 || /^[[{][\]}]$/.test(shown[0] ?? "") ? "" : `, for example ${oneOf(shown)}`;
}
