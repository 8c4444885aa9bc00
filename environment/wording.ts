/** How values and lists are put into a sentence. */

const longestShown = 60;

/** Text that may be a password, a key or an address with one in it: better not shown than shown once too often. */
const credentialShapes = [
    /:\/\/[^/\s]*@/,
    /-----BEGIN /,
    /^(AIza|AKIA|sk-|rk_|gh[pousr]_|glpat-|xox[a-z]-|ya29\.|eyJ)/,
    /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[\w+/=~.-]{24,}$/,
];

export function quoted(text: string): string {
    if (credentialShapes.some((shape) => shape.test(text))) return "text that looks like a credential";
    const letters = [...text.slice(0, 2 * longestShown + 2)];
    return JSON.stringify(letters.length > longestShown ? `${letters.slice(0, longestShown).join("")}…` : text);
}

/** What kind of value this is, for a reader who knows YAML: `text`, `a number`, `a list`. */
export function kindOf(value: unknown): string {
    if (value === null || value === undefined) return "nothing";
    if (typeof value === "string") return "text";
    if (Array.isArray(value)) return "a list";
    return typeof value === "object" ? "a map" : `a ${typeof value}`;
}

/** A value as it is shown to its reader; of maps and lists only that they are. */
export function shown(value: unknown): string {
    if (typeof value === "string") return quoted(value);
    return typeof value === "number" || typeof value === "boolean" ? String(value) : kindOf(value);
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** `a, b and c`. */
export function allOf(words: readonly string[]): string {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** A value as it stands in YAML, in one line: `{min: 2, max: 4}`. */
export function inYaml(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(inYaml).join(", ")}]`;
    if (value !== null && typeof value === "object")
        return `{${Object.entries(value)
            .map(([key, below]) => `${key}: ${inYaml(below)}`)
            .join(", ")}}`;
    return typeof value === "string" && !staysText(value) ? JSON.stringify(value) : String(value);
}

/** Whether YAML reads the text as text without quotes. */
const staysText = (text: string): boolean =>
    /^\w[\w./:@-]*$/.test(text) &&
    /[A-Za-z]/.test(text) &&
    Number.isNaN(Number(text)) &&
    !/^(true|false|null)$/i.test(text);
