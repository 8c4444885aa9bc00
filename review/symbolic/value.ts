import { Partial, type Reference, type Urn, type Value } from "../../policy/facts";
import type { Tokens } from "./token";

/** The marks that Pulumi's wire format puts on special values (`@pulumi/pulumi`, runtime/rpc). */
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const assetSignature = "c44067f5952c0a294b673a41bacd8c17";
const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const masked = "[secret]";

type Wire = null | boolean | number | string | Wire[] | { [key: string]: Wire };

/** A value of the wire format, wrapped as a secret. */
export const secretOf = (value: unknown): unknown => ({ [signature]: secretSignature, value });
export const unwrapped = (value: unknown): unknown =>
    value !== null && typeof value === "object" && signature in value && "value" in value ? value.value : value;

/** What one run knows: which tokens stand for what, and which literals nobody may see. */
export interface Reading {
    readonly tokens: Tokens;
    readonly hidden: Hidden;
    readonly notes: Set<string>;
}

/** Literals that came as secrets; they are masked wherever they turn up again, in messages too. */
export class Hidden {
    private readonly literals = new Set<string>();

    add(literal: string): void {
        // Shorter ones would mask ordinary words all over the report.
        if (literal.length >= 6) this.literals.add(literal);
    }

    mask(text: string): string {
        let result = text;
        for (const literal of this.literals) if (result.includes(literal)) result = result.replaceAll(literal, masked);
        return result;
    }

    /** Masks what was printed; to be called when the program has ended, because a literal may turn out secret late. */
    maskPrinted<T>(printed: T): T {
        if (this.literals.size === 0) return printed;
        return deep(printed, (text) =>
            text
                .split(/(\$\{urn:[^}]*\})/)
                .map((part, index) => (index % 2 === 1 ? part : this.mask(part)))
                .join(""),
        ) as T;
    }
}

/** One property as rules read it and as it is printed. */
export interface Read {
    readonly value: Value;
    readonly printed: unknown;
}

/** Reads a property of a request; paths of secrets are added to `secrets`. */
export function read(reading: Reading, wire: unknown, path: string, from: readonly Urn[], secrets: string[]): Read {
    return walk(wire as Wire, path, false);

    function walk(wire: Wire, path: string, secret: boolean): Read {
        if (typeof wire === "string") return text(wire, path, secret);
        if (wire === null || typeof wire !== "object") {
            if (secret) reading.hidden.add(String(wire));
            return { value: wire, printed: secret && wire !== null ? masked : wire };
        }
        if (Array.isArray(wire)) {
            const items = wire.map((item, index) => walk(item, `${path}[${index}]`, secret));
            return { value: items.map((item) => item.value), printed: items.map((item) => item.printed) };
        }
        switch (wire[signature]) {
            case secretSignature:
                secrets.push(path);
                return walk(wire.value ?? null, path, true);
            case assetSignature:
            case archiveSignature: {
                const { [signature]: _, ...content } = wire;
                return walk(content, path, secret);
            }
            case resourceSignature:
                return reference([{ urn: String(wire.urn) }]);
        }
        const value: Record<string, Value> = {};
        const printed: Record<string, unknown> = {};
        for (const [key, item] of Object.entries(wire)) {
            const inner = walk(item, path === "" ? key : `${path}.${key}`, secret);
            value[key] = inner.value;
            printed[key] = inner.printed;
        }
        return { value, printed };
    }

    function text(wire: string, path: string, secret: boolean): Read {
        if (wire === unknown) return reference(from.map((urn) => ({ urn })));
        const parts = reading.tokens.parts(wire);
        if (reading.tokens.isCut(wire)) {
            reading.notes.add(
                `${path}: a computed value was cut into pieces here, so what it refers to is not followed`,
            );
        }
        const shown = secret ? variableOf(path, wire) : "";
        const [only] = parts;
        if (parts.length === 1 && typeof only === "string") {
            const rest = only.slice(shown.length);
            if (secret) reading.hidden.add(rest);
            return { value: only, printed: secret ? shown + (rest === "" ? "" : masked) : escaped(only) };
        }
        const printed = parts
            .map((part, index) => {
                if (typeof part !== "string") return printedReference(part);
                if (!secret) return escaped(part);
                const clear = index === 0 ? shown : "";
                return clear + (part.length > clear.length ? masked : "");
            })
            .join("");
        return { value: new Partial(parts), printed };
    }
}

/** Docker writes a variable and its value as one text, of which only the value is secret. */
const variableOf = (path: string, text: string): string =>
    /(^|\.)envs?\[\d+\]$/.test(path) ? (/^[A-Za-z_][A-Za-z0-9_]*=/.exec(text)?.[0] ?? "") : "";

const escaped = (literal: string): string => literal.replaceAll("${", () => "$${");

const reference = (references: readonly Reference[]): Read => ({
    value: new Partial(references),
    printed: references.length === 0 ? "${unknown}" : references.map(printedReference).join(""),
});

export const printedReference = ({ urn, property }: Reference): string =>
    property === undefined ? `\${${urn}}` : `\${${urn}#${property}}`;

function deep(value: unknown, change: (text: string) => string): unknown {
    if (typeof value === "string") return change(value);
    if (Array.isArray(value)) return value.map((item) => deep(item, change));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, change)]));
}
