import { relative } from "node:path";

/** From the working directory, which is how editors and pull requests know a file; whole where it lies elsewhere. */
export function shownPath(path: string): string {
    const fromHere = relative(process.cwd(), path);
    if (fromHere === "") return ".";
    return fromHere.startsWith("..") ? path : fromHere;
}
