/** Levels of maps and lists that a file may have; stack files need ten. */
export const deepest = 64;

/**
 * Whether a text would drive a recursive parser too deep. Brackets in quotes and comments count too, which no file
 * written by people comes near: the parser exhausts the stack at some thousands, and takes the process with it.
 */
export function nestsTooDeeply(text: string): boolean {
    let depth = 0;
    for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
        depth += bracket === "[" || bracket === "{" ? 1 : -1;
        if (depth > deepest) return true;
        if (depth < 0) depth = 0;
    }
    // Lists in lists in one line, `- - - x`; over several lines it takes indentation, which the file's size limits.
    return new RegExp(`(?:[-?:][ \\t]+){${deepest}}`).test(text);
}
