import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/** The first 16 hexadecimal digits of a SHA-256 over every file below a folder, by name and content. */
export function contentsOf(folder: string): string {
    const hash = createHash("sha256");
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort(byPath)) {
        if (!entry.isFile()) continue;
        const file = join(entry.parentPath, entry.name);
        const content = readFileSync(file);
        // The lengths keep the end of one from being taken for the beginning of the next.
        const name = relative(folder, file);
        hash.update(`${name.length}:${name}${content.length}:`).update(content);
    }
    return hash.digest("hex").slice(0, 16);
}

interface Entry {
    readonly parentPath: string;
    readonly name: string;
}
const byPath = (a: Entry, b: Entry): number => (join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1);
