import { isMap, isScalar, LineCounter, parseAllDocuments, type YAMLMap } from "yaml";
import { nestsTooDeeply } from "./nesting";
import type { Problem } from "./stack-fault";
import { yamlProblems } from "./yaml-problems";

/** A YAML file that holds one map, parsed but not yet made into plain values. */
export interface YamlDocument {
    readonly root: YAMLMap;
    readonly lineOf: (offset: number) => number;
}

export type Parsed = YamlDocument | { readonly root: undefined; readonly problems: readonly Problem[] };

export function parseDocument(text: string): Parsed {
    const lines = new LineCounter();
    const lineOf = (offset: number) => lines.linePos(offset).line || 1;
    if (nestsTooDeeply(text)) return tooDeep();
    try {
        // Its messages quote the text, and its search for duplicate keys is quadratic: both are done here instead.
        const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: "silent" } as const;
        const documents = parseAllDocuments(text, options);
        if ("empty" in documents) return problem("the file is empty", "write the configuration into it");
        const problems = yamlProblems(
            documents.flatMap(({ errors }) => errors),
            lineOf,
            lines.linePos(text.trimEnd().length).line || 1,
        );
        if (problems.length > 0) return { root: undefined, problems };
        const [first, second] = documents;
        if (second !== undefined)
            return problem("several documents (`---`) stand in one file", "keep one", lineOf(second.range[0]));
        const root = first?.contents;
        const empty = root === null || root === undefined || (isScalar(root) && root.value === null);
        if (empty) return problem("the file is empty", "write the configuration into it");
        if (!isMap(root)) return problem("the file is no map of keys", "write `config:` and the keys below it");
        return { root, lineOf };
    } catch (error) {
        // The parser is recursive, and indentation by the thousand exhausts the stack.
        if (!(error instanceof RangeError)) throw error;
        return tooDeep();
    }
}

const tooDeep = () => problem("the values are nested too deeply to be read", "flatten them");

const problem = (message: string, repair: string, line = 1): Parsed => ({
    root: undefined,
    problems: [{ line, message, repair }],
});
