import type { ConfigPath } from "../config-path";
import { plainValue } from "../config-source";
import type { Problem } from "./stack-fault";

/** What the `config:` of one file says, under full keys, with the place of each value in it. */
export interface ConfigBlock {
    /** As it is shown to people. */
    readonly file: string;
    readonly values: ReadonlyMap<string, unknown>;
    readonly encryptedPaths: readonly ConfigPath[];
    /** The line of a config path, or of its nearest ancestor that is in the file; nothing where not even its key is. */
    readonly lineOf: (path: ConfigPath) => number | undefined;
    /** Where `config:` itself stands, for what is missing. */
    readonly line: number;
    readonly problems: readonly Problem[];
}

/** One key of the block: where it is written in the file, and its value. */
export interface Entry {
    readonly key: string;
    /** Path from the root of the file to the value: `["config", "ringfence:tier"]`. */
    readonly place: ConfigPath;
    readonly value: unknown;
}

/** The line of the innermost part of `path` that is known. */
export function nearestLine(lineAt: (path: ConfigPath) => number | undefined, path: ConfigPath): number | undefined {
    for (let length = path.length; length > 0; length--) {
        const line = lineAt(path.slice(0, length));
        if (line !== undefined) return line;
    }
    return undefined;
}

/** Puts a block together from its entries. */
export function configBlock(
    file: string,
    entries: readonly Entry[],
    document: {
        readonly lineAt: (path: ConfigPath) => number | undefined;
        readonly encryptedPaths: readonly ConfigPath[];
    },
    problems: readonly Problem[],
): ConfigBlock {
    const places = new Map(entries.map(({ key, place }) => [key, place]));
    const encryptedPaths = entries.flatMap(({ key, place }) =>
        document.encryptedPaths
            .filter((path) => place.every((segment, index) => segment === path[index]))
            .map((path) => [key, ...path.slice(place.length)]),
    );
    return {
        file,
        values: new Map(entries.map(({ key, value }) => [key, asPulumiKeeps(key, value)])),
        encryptedPaths,
        lineOf: ([key, ...below]) => {
            const place = places.get(String(key));
            return place === undefined ? undefined : nearestLine(document.lineAt, [...place, ...below]);
        },
        line: document.lineAt(["config"]) ?? 1,
        problems,
    };
}

/** Pulumi keeps a value that is neither map nor list as text, whatever it is in YAML. */
function asPulumiKeeps(key: string, value: unknown): unknown {
    if (typeof value === "string") return plainValue(key, value);
    return typeof value === "number" || typeof value === "boolean" ? String(value) : value;
}
