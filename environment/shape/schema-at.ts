import { z } from "zod";
import type { ConfigPath } from "../config-path";

/** A schema as this folder looks at it: how it is made, not what it infers. */
export type Schema = z.core.$ZodType;

/** The parts of zod's schema definitions that matter for finding one's way: https://zod.dev/packages/core */
interface Definition {
    readonly type: string;
    readonly innerType?: Schema;
    readonly in?: Schema;
    readonly element?: Schema;
    readonly valueType?: Schema;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly options?: readonly Schema[];
    readonly discriminator?: string;
    readonly values?: readonly unknown[];
    readonly entries?: Readonly<Record<string, string>>;
}
export const definition = (schema: Schema): Definition => schema._zod.def as unknown as Definition;

/** The schema itself and, one by one, what its `optional`, `default`, `prefault` and `transform` are wrapped around. */
function* layers(schema: Schema): Generator<Schema> {
    for (let layer: Schema | undefined = schema; layer !== undefined; ) {
        yield layer;
        const { innerType, in: input }: Definition = definition(layer);
        layer = innerType ?? input;
    }
}

/** The schema without its wrappings. */
export const core = (schema: Schema): Schema => [...layers(schema)].at(-1) ?? schema;

/** The shape that a map must have; of a union, the alternative that the value's discriminator names. */
function alternative(schema: Schema, value: unknown): Schema {
    const { options, discriminator } = definition(schema);
    if (options === undefined || discriminator === undefined) return schema;
    const named = (value as Record<string, unknown> | null | undefined)?.[discriminator];
    const chosen = options.find((option) => {
        const key = definition(core(option)).shape?.[discriminator];
        return key !== undefined && definition(core(key)).values?.includes(named) === true;
    });
    return chosen ?? schema;
}

/** What is expected at a path below a schema, as far as the schema tells. `value` decides between alternatives. */
export function schemaAt(schema: Schema, path: ConfigPath, value: unknown): Schema | undefined {
    const here = core(alternative(core(schema), value));
    const [segment, ...rest] = path;
    if (segment === undefined) return rest.length === 0 && here === core(schema) ? schema : here;
    const { shape, valueType, element } = definition(here);
    const known = shape !== undefined && Object.hasOwn(shape, segment) ? shape[segment] : undefined;
    const below = known ?? valueType ?? element;
    if (below === undefined) return undefined;
    return schemaAt(below, rest, (value as Record<string | number, unknown> | null | undefined)?.[segment]);
}

/** The names that a map may have; nothing where it may have any, or is no map. */
export const keysOf = (schema: Schema | undefined): readonly string[] =>
    schema === undefined ? [] : Object.keys(definition(core(schema)).shape ?? {});

/** What a schema says of itself. */
export interface Words {
    /** What the value is for: the outermost description. */
    readonly purpose: string | undefined;
    /** What the value looks like, `A length of time with its unit`: the description that stands with the examples. */
    readonly form: string | undefined;
    readonly examples: readonly unknown[];
}

export function wordsOf(schema: Schema): Words {
    const said = [...layers(schema)].map((layer) => z.globalRegistry.get(layer));
    const form = [...layers(schema)].flatMap(clones).find(({ description, examples }) => description && examples);
    return {
        purpose: said.find((words) => words?.description !== undefined)?.description,
        form: form?.description,
        examples: (said.find((words) => Array.isArray(words?.examples))?.examples ?? []) as readonly unknown[],
    };
}

/** What was said at each step of making a schema: each `.meta()`, `.describe()` and `.refine()` copies it. */
function clones(schema: Schema): readonly z.core.GlobalMeta[] {
    const own = z.globalRegistry._map.get(schema as never) as z.core.GlobalMeta | undefined;
    return [
        ...(schema._zod.parent === undefined ? [] : clones(schema._zod.parent)),
        ...(own === undefined ? [] : [own]),
    ];
}

/** Something that fits the schema, as it would be written: an example, the first choice, the required keys of a map. */
export function exampleOf(schema: Schema): unknown {
    const [example] = wordsOf(schema).examples;
    if (example !== undefined) return example;
    const { entries, values, shape, options, element, type } = definition(core(schema));
    const [firstOption] = options ?? [];
    if (firstOption !== undefined) return exampleOf(firstOption);
    if (shape !== undefined) {
        const required = Object.entries(shape).filter(([, below]) => below._zod.optin === undefined);
        return Object.fromEntries(required.map(([key, below]) => [key, exampleOf(below)]));
    }
    if (type === "array" && element !== undefined) return [exampleOf(element)];
    if (type === "number") return (core(schema) as { readonly minValue?: number }).minValue;
    return Object.values(entries ?? {})[0] ?? values?.[0];
}
