import type { Seconds } from "../../../environment/units";

/** A block of nginx's configuration, its lines indented. */
export const block = (head: string, lines: readonly string[]): readonly string[] => [
    `${head} {`,
    ...lines.map((line) => `    ${line}`),
    "}",
];

/** nginx takes whole numbers only. */
export const time = (value: Seconds): string => `${Math.ceil(value)}s`;
