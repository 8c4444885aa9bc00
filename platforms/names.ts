import { createHash } from "node:crypto";

/** `text` in at most `limit` characters; a cut name ends in six hexadecimal digits of the whole, so it stays unique. */
export function shorten(text: string, limit: number): string {
    if (text.length <= limit) return text;
    const digits = fingerprint(text, 6);
    return `${text.slice(0, limit - digits.length - 1).replace(/-+$/, "")}-${digits}`;
}

/** The first `length` hexadecimal digits of the text's SHA-256. */
export const fingerprint = (text: string, length: number): string =>
    createHash("sha256").update(text).digest("hex").slice(0, length);

/** `DATABASE_URL` becomes `database-url`. */
export const kebab = (variable: string): string =>
    variable
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-+|-+$/g, "");

/** A name that says which environment it belongs to: as it is where it begins with the environment's, else with it added. */
export const inEnvironment = (environment: string, name: string): string =>
    name.startsWith(`${environment}-`) ? name : `${name}-${environment}`;
