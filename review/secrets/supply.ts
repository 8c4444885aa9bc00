import { supplyCommand } from "../../environment/supply-command";
import type { PlannedSecret } from "./inventory";

/** How somebody brings the value of a secret to where it is kept, typed as it stands. */
export interface Supply {
    /** A variable of the shell that holds the value, where the command takes it from one. */
    readonly variable: string;
    /** For a value of one line. No other process sees the value, and no history. */
    readonly command: string;
    /** For a value of several lines, from a file. */
    readonly fileCommand: string;
    /** Whether the value is usually one of several lines: a key, a certificate. */
    readonly isFile: boolean;
}

export function supplyOf({ id, kept, readers }: PlannedSecret, stackProject: string | undefined): Supply {
    const variables = readers.flatMap((reader) => reader.variables);
    const variable = variables.find((name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) ?? "VALUE";
    const isFile = [id, ...variables].some((name) => severalLines.test(name));
    if (kept.by === "stack-file") {
        const command = supplyCommand(id, kept.stack);
        return { variable, command, fileCommand: `${command} < FILE`, isFile };
    }
    const { project, location } = kept;
    const words = [
        "gcloud secrets versions add",
        quoted(id),
        `--project ${quoted(project ?? stackProject ?? "PROJECT")}`,
        ...(location === undefined ? [] : [`--location ${quoted(location)}`]),
    ];
    const add = words.join(" ");
    return {
        variable,
        // `printf` is the shell's own, so that the list of processes does not show the value.
        command: `printf %s "$${variable}" | ${add} --data-file=-`,
        fileCommand: `${add} --data-file=FILE`,
        isFile,
    };
}

const severalLines = /(^|[_-])(private[_-]key|pem|certs?|certificates?|json|credentials)$/i;

/** A name from a program may hold anything; a shell must take it for one word. */
const quoted = (word: string): string =>
    /^[A-Za-z0-9_@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
