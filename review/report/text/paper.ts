import { stripVTControlCharacters } from "node:util";
import type { Terminal } from "../terminal";
import { pad, truncate, widthOf, wrap } from "./width";

/** What a text report is drawn with: the width, the signs and the colours that the terminal has. */
export interface Paper {
    readonly columns: number;
    readonly signs: Signs;
    /** Text from elsewhere made fit to print: no control characters, only signs that the terminal has. */
    readonly safe: (text: string) => string;
    readonly style: (style: Style, text: string) => string;
}

const unicodeSigns = { branch: "├─ ", lastBranch: "└─ ", rail: "│  ", ellipsis: "…" };
type Signs = typeof unicodeSigns;
const asciiSigns: Signs = { branch: "|- ", lastBranch: "`- ", rail: "|  ", ellipsis: "..." };

const codes = {
    bold: [1, 22],
    dim: [2, 22],
    red: [31, 39],
    green: [32, 39],
    yellow: [33, 39],
    cyan: [36, 39],
} as const;
export type Style = keyof typeof codes;

export function paperFor({ columns, colour, unicode }: Terminal): Paper {
    return {
        columns,
        signs: unicode ? unicodeSigns : asciiSigns,
        safe: (text) => (unicode ? printable(text) : inAscii(printable(text))),
        style: (style, text) =>
            colour && text !== "" ? `\u001b[${codes[style][0]}m${text}\u001b[${codes[style][1]}m` : text,
    };
}

// What moves the cursor, or turns the direction of writing round so that a text reads as another.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unprintable = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

function printable(text: string): string {
    return stripVTControlCharacters(text).replace(/\r\n?/g, "\n").replace(/\t/g, " ").replace(unprintable, "");
}

const inAsciiLetters: Readonly<Record<string, string>> = {
    "…": "...",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "·": "-",
    "×": "x",
    "≤": "<=",
    "≥": ">=",
    "←": "<-",
    "→": ">",
    "›": ">",
    "✗": "x",
    "✓": "+",
};
const inAscii = (text: string): string =>
    text.replace(/[^\x20-\x7e\n]/gu, (letter) => inAsciiLetters[letter] ?? letter);

/** Text in lines behind an indentation. The first line carries `lead` in it. */
export function block(paper: Paper, indent: number, text: string, style?: Style, lead = ""): string[] {
    return wrap(paper.safe(text), paper.columns - indent).map((line, index) => {
        const margin = pad(index === 0 ? paper.safe(lead) : "", indent);
        return margin + (style === undefined ? line : paper.style(style, line));
    });
}

export interface Row {
    /** What stands before the label, on the first line and on those that follow. */
    readonly rail?: readonly [first: string, following: string];
    readonly label: string;
    readonly text: string;
}

/** Less than this beside the label is too narrow to read. */
const narrowest = 24;

/** A label, then text in a column that begins at `column`; below the label where that leaves too little room. */
export function row(
    paper: Paper,
    column: number,
    { rail = ["", ""], label, text }: Row,
    style: Style = "bold",
): string[] {
    const [first, following] = rail;
    const safeLabel = truncate(paper.safe(label), paper.columns - widthOf(first), paper.signs.ellipsis);
    const start = paper.style("dim", first) + paper.style(style, safeLabel);
    if (text === "") return [start];

    const gap = column - widthOf(first + safeLabel);
    const beside = gap > 0 && paper.columns - column >= narrowest;
    const indent = beside ? column : widthOf(following) + 2;
    const margin = paper.style("dim", following) + " ".repeat(indent - widthOf(following));
    const lines = wrap(paper.safe(text), paper.columns - indent);
    if (!beside) return [...(label === "" ? [] : [start]), ...lines.map((line) => margin + line)];
    return lines.map((line, index) => (index === 0 ? start + " ".repeat(gap) : margin) + line);
}

/** Where the texts of rows begin: behind the widest label, but no further than a third of the line (a half at most). */
export function columnFor(paper: Paper, labels: readonly string[]): number {
    const widest = Math.max(0, ...labels.map((label) => widthOf(paper.safe(label))));
    return Math.min(widest + 2, Math.floor(paper.columns * 0.45));
}
