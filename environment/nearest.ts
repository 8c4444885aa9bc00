/** Edits between two words: a letter put in, left out, changed, or two neighbours swapped (optimal string alignment). */
export function distance(one: string, other: string): number {
    const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
    const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
    for (let i = 1; i <= one.length; i++) {
        const row = [i];
        rows.push(row);
        for (let j = 1; j <= other.length; j++) {
            const same = one[i - 1] === other[j - 1];
            const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
            row.push(
                Math.min(
                    at(i - 1, j) + 1,
                    at(i, j - 1) + 1,
                    at(i - 1, j - 1) + (same ? 0 : 1),
                    swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
                ),
            );
        }
    }
    return at(one.length, other.length);
}

/** Longer words are no slips of the pen, and not worth the time. */
const longestWord = 100;

/** The known words, the nearest first; of equally near ones in their own order. Capitals do not count. */
export function byNearness(word: string, known: readonly string[]): readonly string[] {
    if (word.length > longestWord) return known;
    const measured = known.map((name) => ({ name, edits: distance(word.toLowerCase(), name.toLowerCase()) }));
    return measured.sort((a, b) => a.edits - b.edits).map(({ name }) => name);
}

/** The known word that was probably meant, if any is near enough: at most a third of its letters, and one in any case. */
export function nearest(word: string, known: readonly string[]): string | undefined {
    if (word.length > longestWord) return undefined;
    const [first] = byNearness(word, known);
    if (first === undefined) return undefined;
    const edits = distance(word.toLowerCase(), first.toLowerCase());
    return edits <= Math.max(1, Math.floor(first.length / 3)) ? first : undefined;
}
