import type { YAMLParseError } from "yaml";
import type { Problem } from "./stack-fault";

/** The parser's own messages quote the text around the error, which may be a secret; these do not. */
const words: Readonly<Record<string, readonly [message: string, repair: string]>> = {
    TAB_AS_INDENT: ["a tab is used for indentation", "indent with spaces"],
    BAD_INDENT: [
        "the indentation does not fit the lines above, or a bracket is not closed",
        "give keys of the same level the same indentation",
    ],
    BAD_ALIAS: [
        "an alias (`*name`) points to no anchor above it",
        "write the anchor (`&name`) first, or put the value in quotes",
    ],
    ALIAS_PROPS: ["an alias (`*name`) has a tag or an anchor of its own", "remove it"],
    BAD_DQ_ESCAPE: [
        "a backslash between double quotes begins no known escape",
        "write two backslashes, or use single quotes",
    ],
    BAD_SCALAR_START: ["a value begins with a character that YAML reserves", "put the value in quotes"],
    BLOCK_AS_IMPLICIT_KEY: ["a key begins where a value is expected", "put text that contains a colon in quotes"],
    BLOCK_IN_FLOW: ["an indented block stands between brackets", "write it in one line, or without brackets"],
    MISSING_CHAR: [
        "a quote, bracket, comma or colon is missing",
        "close what was opened, and put a space after each colon",
    ],
    MULTILINE_IMPLICIT_KEY: [
        "a key goes over several lines",
        "check for a missing colon, or a quote that is not closed",
    ],
    RESOURCE_EXHAUSTION: ["the values are nested too deeply to be read", "flatten them"],
};
const otherwise = ["this is no YAML", "check the quotes, brackets and indentation here"] as const;

/** An error usually causes more of them below; a handful is enough to mend the file. */
const mostTold = 5;

/** What the YAML parser objects to, once a line; of what is never closed, it sees the end of the file. */
export function yamlProblems(
    errors: readonly YAMLParseError[],
    lineOf: (offset: number) => number,
    lastLine: number,
): Problem[] {
    const byLine = new Map<number, Problem>();
    const tellingFirst = [...errors].sort(
        (a, b) => Number(b.code === "MISSING_CHAR") - Number(a.code === "MISSING_CHAR"),
    );
    for (const { code, pos } of tellingFirst) {
        const line = Math.min(lineOf(pos[0]), lastLine);
        const [message, repair] = words[code] ?? otherwise;
        if (!byLine.has(line)) byLine.set(line, { line, message, repair });
    }
    return [...byLine.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)).slice(0, mostTold);
}
