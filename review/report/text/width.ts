/** How many columns a text takes in a terminal, and texts fitted to columns. Texts carry no colour yet. */
let segmenter: Intl.Segmenter | undefined;
const plain = /^[\x20-\x7e]*$/;
const twoColumns =
    /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
const noColumn = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function graphemes(text: string): string[] {
    segmenter ??= new Intl.Segmenter();
    return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
const widthOfGrapheme = (grapheme: string): number => (twoColumns.test(grapheme) ? 2 : noColumn.test(grapheme) ? 0 : 1);

export function widthOf(text: string): number {
    if (plain.test(text)) return text.length;
    return graphemes(text).reduce((width, grapheme) => width + widthOfGrapheme(grapheme), 0);
}

/** As many whole characters from the start as fit. */
function head(text: string, columns: number): string {
    if (plain.test(text)) return text.slice(0, columns);
    let kept = "";
    let width = 0;
    for (const grapheme of graphemes(text)) {
        width += widthOfGrapheme(grapheme);
        if (width > columns) break;
        kept += grapheme;
    }
    return kept;
}

/** The text, its end replaced by the ellipsis where it is too long. */
export function truncate(text: string, columns: number, ellipsis: string): string {
    if (widthOf(text) <= columns) return text;
    return head(text, Math.max(0, columns - widthOf(ellipsis))) + ellipsis.slice(0, Math.max(0, columns));
}

export const pad = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - widthOf(text)));
export const padLeft = (text: string, columns: number): string =>
    " ".repeat(Math.max(0, columns - widthOf(text))) + text;

/**
 * Lines of at most `columns`, broken between words, not at a no-break space; a word that is longer than a line is cut. At
 * least one line.
 */
export function wrap(text: string, columns: number): string[] {
    return text.split("\n").flatMap((paragraph) => wrapParagraph(paragraph, Math.max(1, columns)));
}

function wrapParagraph(text: string, columns: number): string[] {
    const lines: string[] = [];
    let line = "";
    for (const word of text.split(" ").filter((part) => part !== "")) {
        const longer = line === "" ? word : `${line} ${word}`;
        if (widthOf(longer) <= columns) {
            line = longer;
            continue;
        }
        if (line !== "") lines.push(line);
        line = word;
        while (widthOf(line) > columns) {
            // A wide character in a single column: better too wide than lost.
            const piece = head(line, columns) || (graphemes(line)[0] as string);
            lines.push(piece);
            line = line.slice(piece.length);
        }
    }
    const last = line === "" && lines.length > 0 ? [] : [line];
    return [...lines, ...last].map((each) => each.replaceAll("\u00a0", " "));
}
