import type { PlannedSecret } from "./inventory";

/** How somebody brings a value into the vault, typed as it stands. */
export interface Supply {
    /** A variable of the shell that holds the value. */
    readonly variable: string;
    /** For a value of one line, from that variable: `printf` is the shell's own, so no other process sees the value. */
    readonly fromVariable: string;
    /** For a value of several lines, from a file. */
    readonly fromFile: string;
    /** Whether the value is usually one of several lines: a key, a certificate. */
    readonly isFile: boolean;
}

export function supplyOf({ id, project, location, readers }: PlannedSecret, stackProject: string | undefined): Supply {
    const variables = readers.flatMap((reader) => reader.variables);
    const variable = variables.find((name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) ?? "VALUE";
    const words = [
        "gcloud secrets versions add",
        quoted(id),
        `--project ${quoted(project ?? stackProject ?? "PROJECT")}`,
        ...(location === undefined ? [] : [`--location ${quoted(location)}`]),
    ];
    const add = words.join(" ");
    return {
        variable,
        fromVariable: `printf %s "$${variable}" | ${add} --data-file=-`,
        fromFile: `${add} --data-file=FILE`,
        isFile: [id, ...variables].some((name) => severalLines.test(name)),
    };
}

const severalLines = /(^|[_-])(private[_-]key|pem|certs?|certificates?|json|credentials)$/i;

/** A name from a program may hold anything; a shell must take it for one word. */
const quoted = (word: string): string =>
    /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
