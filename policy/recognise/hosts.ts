import { type System, systemHosts } from "./table";

/** The addresses of a system that a text holds. */
export function hostsOf(system: System, text: string): readonly string[] {
    if (!mayHold.test(text)) return [];
    return [...decoded(text).matchAll(systemHosts[system])].map(([whole, host]) => (host ?? whole).toLowerCase());
}

/** Cheap to ask: every address has one of them, or is encoded. */
const mayHold = /[.:%]/;

/** `https%3A%2F%2Facme%2Emy` as it is meant; what is no encoding stays as it is written. */
const decoded = (text: string): string => text.replace(/(?:%[0-9a-f]{2})+/gi, decodedRun);

function decodedRun(run: string): string {
    try {
        return decodeURIComponent(run);
    } catch {
        return run;
    }
}
