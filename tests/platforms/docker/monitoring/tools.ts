import { present } from "../front/tools";

/** A program of the machine; another one by a variable: `PROMTOOL_PROGRAM`. */
export function program(name: string): string | undefined {
    const other = process.env[`${name.toUpperCase().replaceAll("-", "_")}_PROGRAM`];
    return [other, name].filter((each) => each !== undefined).find((each) => present(each, "--version"));
}

export const missing = (name: string): readonly string[] => (program(name) === undefined ? [name] : []);
