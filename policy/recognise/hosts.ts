import { type System, systemHosts } from "./table";

/** The addresses of a system that a text holds. */
export const hostsOf = (system: System, text: string): readonly string[] =>
    [...text.matchAll(systemHosts[system])].map(([whole, host]) => (host ?? whole).toLowerCase());
