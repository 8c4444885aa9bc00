import { grouped } from "./words";

/** The value that most of them have. */
export function commonest(values: readonly (string | undefined)[]): string | undefined {
    const known = values.filter((value) => value !== undefined);
    const [most] = [...grouped(known, (value) => value)].sort(([, a], [, b]) => b.length - a.length);
    return most?.[0];
}
