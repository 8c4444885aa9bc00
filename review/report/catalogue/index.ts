import type { Rule } from "../../../policy/rule";
import { printed } from "../json";
import type { Terminal } from "../terminal";
import { block, paperFor, row } from "../text/paper";
import { counted } from "../text/words";
import { byKind, type Entry, entriesOf, levelWords } from "./entries";

export { markdownCatalogue } from "./markdown";

export const jsonCatalogue = (rules: readonly Rule[]): string =>
    printed({ rules: entriesOf(rules).map(entryDocument) });

const entryDocument = ({ name, kind, levels, severity, forbids, why, repair, requirements, platforms }: Entry) => ({
    name,
    kind,
    levels,
    severity,
    forbids,
    why,
    repair,
    requirements,
    platforms,
});

export function textCatalogue(rules: readonly Rule[], terminal: Terminal): string {
    const paper = paperFor(terminal);
    const sections = byKind(entriesOf(rules)).map(({ title, meaning, entries }) => [
        ...block(paper, 0, `${title}: ${counted(entries.length, "rule")}`, "bold"),
        ...block(paper, 0, meaning, "dim"),
        ...entries.flatMap((entry) => ["", ...entryLines(entry)]),
        "",
    ]);
    return `${sections.flat().join("\n")}`;

    function entryLines(entry: Entry): string[] {
        const { name, levels, severity, platforms, forbids, why, repair, requirements } = entry;
        const standing = `${levelWords(levels)} · ${severity} · ${platforms.join(", ")}`;
        const facts = [
            ["forbids", forbids],
            ["why", why],
            ["repair", repair],
            ["guards", requirements.join(", ")],
        ] as const;
        return [
            ...block(paper, 2, name, "cyan"),
            ...block(paper, 4, standing, "dim"),
            ...facts
                .filter(([, text]) => text !== "")
                .flatMap(([label, text]) => row(paper, 13, { rail: ["    ", "    "], label, text }, "dim")),
        ];
    }
}
