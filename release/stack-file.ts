import { isMap, isScalar, parseDocument, type Scalar, stringify } from "yaml";
import { ReleaseError } from "./release-error";

/** A value of the release, by its place below `ringfence:release`: `["images", "web"]`. */
export interface Entry {
    readonly path: readonly string[];
    readonly text: string;
}

/**
 * The text of a stack file with other values in its release. Everything else, comments and the order of lines too, stays
 * as somebody wrote it: the change is read by a person.
 */
export function withRelease(file: string, text: string, entries: readonly Entry[]): string {
    const document = parseDocument(text);
    const changes = entries.map(({ path, text: value }) => {
        const node = document.getIn(["config", "ringfence:release", ...path], true);
        if (!isScalar(node) || node.range == null)
            throw new ReleaseError(
                `${file} has no line release.${path.join(".")}: add it by hand, then do this again.`,
            );
        return { from: node.range[0], to: node.range[1], value: written(value, node) };
    });
    return changes
        .sort((a, b) => b.from - a.from)
        .reduce((result, { from, to, value }) => result.slice(0, from) + value + result.slice(to), text);
}

/** Whether the file sends traffic to a revision other than the release's (`release.serving`). */
export function isRolledBack(text: string): boolean {
    const serving = parseDocument(text).getIn(["config", "ringfence:release", "serving"], true);
    return isMap(serving) && serving.items.length > 0;
}

/** As the value stood there before: in quotes or without. */
const written = (value: string, { type }: Scalar): string =>
    type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE" ? JSON.stringify(value) : stringify(value).trimEnd();
