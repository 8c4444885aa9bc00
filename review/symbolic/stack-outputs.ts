import { Partial, type Value } from "../../policy/facts";
import type { Tokens } from "./token";
import { secretOf, unknown } from "./value";

/** What one stack puts out, for another to read. */
export interface StackOutputs {
    readonly values: Readonly<Record<string, Value>>;
    /** Names of the outputs in which anything is secret. */
    readonly secret: ReadonlySet<string>;
}

/** Finds what the stack behind a stack reference puts out; nothing where that is not known. */
export type FindOutputs = (reference: string) => StackOutputs | undefined;

/** Outputs as a stack reference hands them over: what they are made of stays visible in the reader's plan. */
export const handedOver = ({ values, secret }: StackOutputs, tokens: Tokens): Record<string, unknown> => ({
    outputs: Object.fromEntries(
        Object.entries(values).map(([name, value]) => {
            const wire = wireOf(value, tokens);
            return [name, secret.has(name) ? secretOf(wire) : wire];
        }),
    ),
    secretOutputNames: [...secret],
});

function wireOf(value: Value, tokens: Tokens): unknown {
    if (value instanceof Partial) {
        const parts = value.parts.map((part) =>
            typeof part === "string"
                ? part
                : part.property === undefined
                  ? undefined
                  : tokens.mint(part.urn, part.property),
        );
        return parts.includes(undefined) || parts.length === 0 ? unknown : parts.join("");
    }
    if (Array.isArray(value)) return value.map((item) => wireOf(item, tokens));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
        Object.entries(value as Record<string, Value>).map(([key, item]) => [key, wireOf(item, tokens)]),
    );
}
