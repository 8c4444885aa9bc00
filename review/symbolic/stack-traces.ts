import { findSourceMap } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Pulumi's SDK takes the stack trace of an error without a message for every promise and every resource, to have it at
 * hand if something goes wrong later. Translated through source maps these are a fifth of a preview's time, and nobody
 * reads them: while a program runs, they are empty. Real errors keep theirs. Returns the function that ends it.
 */
export function withoutIdleStackTraces(): () => void {
    const before = Error.prepareStackTrace;
    Error.prepareStackTrace = (error, sites) =>
        error.message === "" ? "" : [String(error), ...sites.map((site) => `    at ${placeOf(site)}`)].join("\n");
    return () => {
        if (before === undefined) delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
        else Error.prepareStackTrace = before;
    };
}

/** `function (file:line:column)`, in the file as it was written. */
function placeOf(site: NodeJS.CallSite): string {
    const name = site.getFunctionName() ?? "<anonymous>";
    const file = site.getFileName();
    const line = site.getLineNumber();
    const column = site.getColumnNumber();
    if (file === null || file === undefined || line === null || column === null) return name;
    const entry = findSourceMap(file)?.findEntry(line - 1, column - 1);
    if (entry === undefined || !("originalLine" in entry)) return `${name} (${pathOf(file)}:${line}:${column})`;
    return `${name} (${pathOf(file)}:${entry.originalLine + 1}:${entry.originalColumn + 1})`;
}

const pathOf = (file: string): string => (file.startsWith("file:") ? fileURLToPath(file) : file);
