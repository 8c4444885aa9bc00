import * as pulumi from "@pulumi/pulumi";

/**
 * JSON with sorted keys and without what is undefined, to take a hash of. An output is its name in `known`, else a
 * placeholder: whether the cloud has said its value yet must not change the hash.
 */
export function canonical(value: unknown, known: ReadonlyMap<unknown, string>): string {
    const plain = (part: unknown): unknown => {
        if (pulumi.Output.isInstance(part)) return { output: known.get(part) ?? "" };
        if (Array.isArray(part)) return part.map(plain);
        if (part === null || typeof part !== "object") return part;
        const entries = Object.entries(part).filter(([, inner]) => inner !== undefined);
        return Object.fromEntries(
            entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, plain(inner)]),
        );
    };
    return JSON.stringify(plain(value));
}
