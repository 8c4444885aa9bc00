import type { Reference, Urn } from "../../policy/facts";

/**
 * A token stands for one computed output of one resource while a program runs without an engine. It is made of lower-case
 * letters and digits only and is ten characters long, so it survives what programs do to values: a host name inside a
 * URL, a label, a JSON document, upper-casing, percent-encoding.
 */
const pattern = /zqx[0-9a-z]{4}xqz/gi;
const fragment = /zqx[0-9a-z]{0,4}/i;

interface Origin extends Reference {
    readonly urn: Urn;
    readonly property: string;
    /** Text that the value has before the token when it is whole: `https://` for an address. */
    readonly prefix: string;
}

export class Tokens {
    private readonly origins: Origin[] = [];

    /** The opaque value of a property. */
    mint(urn: Urn, property: string): string {
        return this.add({ urn, property, prefix: "" });
    }

    /** An opaque address, `https://<token>`, which `new URL()` accepts; its host alone reads as `<property>.host`. */
    mintAddress(urn: Urn, property: string): string {
        return `https://${this.add({ urn, property, prefix: "https://" })}`;
    }

    /** Text and references of a string, in order; a string without references is one part. */
    parts(text: string): (string | Reference)[] {
        const parts: (string | Reference)[] = [];
        let position = 0;
        for (const match of text.matchAll(pattern)) {
            const origin = this.origins[Number.parseInt(match[0].slice(3, 7), 36)];
            if (origin === undefined) continue;
            const before = text.slice(position, match.index);
            const whole = origin.prefix !== "" && before.endsWith(origin.prefix);
            const literal = whole ? before.slice(0, -origin.prefix.length) : before;
            if (literal !== "") parts.push(literal);
            const property = origin.prefix === "" || whole ? origin.property : `${origin.property}.host`;
            parts.push({ urn: origin.urn, property });
            position = match.index + match[0].length;
        }
        if (position < text.length || parts.length === 0) parts.push(text.slice(position));
        return parts;
    }

    /** Whether a string holds a piece of a token: the program cut it, so what it refers to cannot be followed. */
    isCut(text: string): boolean {
        return fragment.test(text.replace(pattern, ""));
    }

    private add(origin: Origin): string {
        const index = this.origins.push(origin) - 1;
        if (index >= 36 ** 4) throw new RangeError("more than 1,679,616 computed outputs in one stack");
        return `zqx${index.toString(36).padStart(4, "0")}xqz`;
    }
}
