import type { Rule } from "../../../policy/rule";
import { byKind, type Entry, entriesOf, levelWords } from "./entries";

/** The page `docs/rules.md`. */
export function markdownCatalogue(rules: readonly Rule[]): string {
    const sections = byKind(entriesOf(rules)).flatMap(({ title, meaning, entries }) => [
        `## ${title}`,
        "",
        meaning,
        "",
        "| Rule | Forbids | Level | Severity |",
        "| --- | --- | --- | --- |",
        ...entries.map(tableRow),
        "",
        ...entries.flatMap(details),
    ]);
    return `${[...preamble, ...sections].join("\n").trimEnd()}\n`;
}

const preamble = [
    "# Rules",
    "",
    "<!-- Made by `npx ringfence rules --format markdown --out docs/rules.md` from the rules themselves; a test compares them. -->",
    "",
    "What a preview, a deployment and the review of a pull request are judged by. A `mandatory` rule stops a deployment, an `advisory` one only says so.",
    "",
];

const tableRow = ({ name, forbids, levels, severity }: Entry): string =>
    `| [${name}](#${name}) | ${cell(forbids)} | ${levelWords(levels)} | ${severity} |`;

const details = ({ name, forbids, why, repair, levels, severity, platforms, requirements }: Entry): string[] => [
    `### ${name}`,
    "",
    `${forbids}`,
    "",
    `- **Why:** ${why}`,
    `- **Repair:** ${repair}`,
    `- **Level:** ${levelWords(levels)}; severity ${severity}`,
    `- **Platforms:** ${platforms.join(", ")}`,
    ...(requirements.length === 0 ? [] : [`- **Guards:** ${requirements.join(", ")}`]),
    "",
];

const cell = (text: string): string => text.replaceAll("|", "\\|").replace(/\n/g, " ");
