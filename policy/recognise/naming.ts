import type { Mention } from "./mentions";
import { type System, shortWords, systemWords } from "./table";
import { words } from "./words";

/** Kinds of mention in which a short word (`sf`) is taken for the system's name. */
const precise: ReadonlySet<Mention["kind"]> = new Set(["variable", "secret"]);

/** Whether the words of a name are about a system. */
export const isAbout = (system: System, name: string, kind: Mention["kind"]): boolean =>
    words(name).some((word) => systemWords[system].has(word) && (precise.has(kind) || !shortWords.has(word)));

/**
 * The words of a secret's or a workload's name, the environment's own name left out: every secret is called after its
 * environment, so `sandbox-sf-password` says no more about the password than `beta-sf-password`.
 */
export function ownWords(environment: string, name: string): readonly string[] {
    const bare = name.startsWith(`${environment}-`) || name.startsWith(`${environment}_`);
    return words(bare ? name.slice(environment.length + 1) : name);
}
