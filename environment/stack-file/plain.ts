import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from "yaml";
import { type ConfigPath, keyText } from "../config-path";
import type { YamlDocument } from "./document";
import { deepest } from "./nesting";
import type { Problem } from "./stack-fault";

/** Plain values of a YAML document, with the line of each and the places of the encrypted ones. */
export interface PlainDocument {
    readonly value: Readonly<Record<string, unknown>>;
    readonly lineAt: (path: ConfigPath) => number | undefined;
    readonly encryptedPaths: readonly ConfigPath[];
    readonly problems: readonly Problem[];
}

/** Aliases within aliases grow without bounds; no stack file needs this many values, or to be this deep. */
const most = { values: 50_000, depth: deepest, problems: 50 };
/** YAML 1.1 parsers, Pulumi's among them, make a point in time of it. */
const bareDate = /^\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?$/;

export function plain({ root, lineOf }: YamlDocument, placeholderFor: (path: ConfigPath) => string): PlainDocument {
    const lines = new Map<string, number>();
    const anchors = new Map<string, unknown>();
    const encryptedPaths: ConfigPath[] = [];
    const problems: Problem[] = [];
    let values = 0;

    const value = plainOf(root, [], 0) as Record<string, unknown>;
    return { value, lineAt: (path) => lines.get(keyText(path)), encryptedPaths, problems };

    function plainOf(node: unknown, path: ConfigPath, depth: number): unknown {
        values += 1;
        if (values > most.values || depth > most.depth) return tooMuch(node);
        if (isAlias(node)) {
            if (!anchors.has(node.source))
                problem(
                    node,
                    path,
                    "an alias (`*name`) points to no anchor above it",
                    "write the anchor (`&name`) first",
                );
            return plainOf(anchors.get(node.source), path, depth + 1);
        }
        if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
        if (node.anchor !== undefined) anchors.set(node.anchor, node);
        if (isScalar(node)) return scalarOf(node, path);
        if (isSeq(node))
            return node.items.map((item, index) => plainOf(item, placed([...path, index], item), depth + 1));
        if (isEncrypted(node)) {
            encryptedPaths.push(path);
            return placeholderFor(path);
        }
        return mapOf(node, path, depth);
    }

    function mapOf(map: YAMLMap, path: ConfigPath, depth: number): Record<string, unknown> {
        const merged: [string, unknown][] = [];
        const own = new Map<string, unknown>();
        for (const { key, value } of map.items) {
            const name = nameOf(key);
            if (name === undefined) {
                problem(key ?? map, path, "a key is not plain text", "write text in front of the colon");
            } else if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
                const bases = [plainOf(value, path, depth + 1)].flat().reverse();
                merged.push(...bases.flatMap((base) => basis(base, key, path)));
            } else {
                const before = lines.get(keyText([...path, name]));
                if (own.has(name))
                    problem(
                        key,
                        [...path, name],
                        `the key stands twice, first in line ${before}`,
                        "remove one of them",
                    );
                own.set(name, plainOf(value, placed([...path, name], key), depth + 1));
            }
        }
        return Object.fromEntries([...merged, ...own]);
    }

    /** What a map takes over with `<<`; of several maps the first one counts, and the map's own keys count more. */
    function basis(base: unknown, key: unknown, path: ConfigPath): [string, unknown][] {
        if (base !== null && typeof base === "object") return Object.entries(base);
        problem(
            key,
            path,
            "`<<` takes over the keys of a map, and this is none",
            "point it to a map, as in `<<: *name`",
        );
        return [];
    }

    function scalarOf(node: Scalar, path: ConfigPath): unknown {
        if (node.type === "PLAIN" && typeof node.value === "string" && bareDate.test(node.value))
            problem(node, path, "a date without quotes is a point in time to Pulumi", `write "${node.value}"`);
        return node.value;
    }

    function placed(path: ConfigPath, node: unknown): ConfigPath {
        const line = lineAt(node);
        const key = keyText(path);
        if (line !== undefined && !lines.has(key)) lines.set(key, line);
        return path;
    }

    function lineAt(node: unknown): number | undefined {
        const range = (node as { range?: readonly number[] | null } | null)?.range;
        return range?.[0] === undefined ? undefined : lineOf(range[0]);
    }

    function problem(node: unknown, path: ConfigPath, message: string, repair: string): void {
        if (problems.length < most.problems)
            problems.push({ line: lineAt(node), key: keyText(withoutConfig(path)), message, repair });
    }

    function tooMuch(node: unknown): null {
        const told = "the values are nested too deeply, or aliases (`*name`) unfold to too many of them";
        if (!problems.some(({ message }) => message === told)) problem(node, [], told, "write the values out");
        return null;
    }
}

/** Problems name config keys as people know them, without the `config:` that they all stand under. */
const withoutConfig = (path: ConfigPath): ConfigPath =>
    path[0] === "config" && path.length > 1 ? path.slice(1) : path;

/** A map of the one key `secure` with a text: https://www.pulumi.com/docs/iac/concepts/secrets/ */
function isEncrypted(map: YAMLMap): boolean {
    const [first, second] = map.items as readonly Pair[];
    const text = isScalar(first?.value) ? first.value.value : undefined;
    return second === undefined && nameOf(first?.key) === "secure" && typeof text === "string";
}

function nameOf(key: unknown): string | undefined {
    if (!isScalar(key) || key.value === null) return undefined;
    return String(key.value);
}
