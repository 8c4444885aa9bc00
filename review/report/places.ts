import { isAbsolute, relative, sep } from "node:path";
import type { Review } from "../plan";

/** A file as somebody in this directory would name it; one outside of the directory keeps its whole name. */
export function placeIn(directory: string, file: string): string {
    if (!isAbsolute(file)) return file;
    const path = relative(directory, file);
    return path === "" || path === ".." || path.startsWith(`..${sep}`) || isAbsolute(path) ? file : path;
}

/** The review with its files named from the directory, its errors in the order of stacks, files and lines. */
export function withPlaces(review: Review, directory: string): Review {
    const errors = review.errors.map((error) => ({
        ...error,
        file: error.file === undefined ? undefined : placeIn(directory, error.file),
    }));
    return {
        ...review,
        errors: errors.sort(
            (a, b) => compare(a.stack, b.stack) || compare(a.file ?? "", b.file ?? "") || (a.line ?? 0) - (b.line ?? 0),
        ),
    };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
