import type { ConfigPath } from "./config-path";
import { namespace } from "./schema/environment";

/** A stack's configuration, wherever it was read: from the engine by the program, from the files by the review. */
export interface ConfigSource {
    /** Full keys (`ringfence:tier`, `gcp:project`) with plain values: objects are objects, not their JSON. */
    readonly values: Readonly<Record<string, unknown>>;
    /** Full keys of which at least one value is encrypted. */
    readonly secret: ReadonlySet<string>;
    /** Where known, exactly what is encrypted. The engine tells a program only the keys; the files tell all. */
    readonly encryptedPaths?: readonly ConfigPath[] | undefined;
}

/**
 * The object that a concern's JSON text stands for; any other text, and other namespaces' values, as they are. The
 * engine hands a program all objects as JSON, and `pulumi config set ringfence:redis '{…}'` stores one as it is typed.
 */
export function plainValue(key: string, text: string): unknown {
    if (!key.startsWith(`${namespace}:`) || !/^\s*[[{]/.test(text)) return text;
    try {
        return JSON.parse(text);
    } catch {
        return text;
    }
}
