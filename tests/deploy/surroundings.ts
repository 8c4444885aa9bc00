import type { Program } from "../../deploy/child";
import type { Surroundings } from "../../deploy/surroundings";
import { up } from "../../deploy/up";

export interface Deployed {
    readonly status: number;
    /** What the deployer was told, and what was answered. */
    readonly told: string;
    readonly answer: string;
    /** The programs that were run, without the folders that they are in. */
    readonly programs: readonly (readonly string[])[];
}

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** Runs a command line where programs are only noted. `statuses` are theirs, in turn; the rest end with 0. */
export async function deployed(
    words: string,
    { statuses = [], ...bent }: Partial<Surroundings> & { readonly statuses?: readonly number[] } = {},
): Promise<Deployed> {
    const [told, answer]: [string[], string[]] = [[], []];
    const programs: string[][] = [];
    const status = await up(words === "" ? [] : words.split(" "), {
        directory: process.cwd(),
        env: {},
        colour: false,
        say: (text) => void told.push(text),
        answer: (text) => void answer.push(text),
        pulumi: async () => ({ file: "/opt/pulumi/bin/pulumi", env: { PATH: "/opt/pulumi/bin" } }),
        run: async ({ file, words: given }: Program) => {
            const [first = "", ...rest] = given;
            programs.push([nameOf(file), nameOf(first), ...rest]);
            return statuses[programs.length - 1] ?? 0;
        },
        capture: async () => ({ status: 0, stdout: "{}", stderr: "" }),
        pause: async () => {},
        ...bent,
    });
    return { status, told: told.join(""), answer: answer.join(""), programs };
}
