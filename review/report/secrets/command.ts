import type { Paper } from "../text/paper";

/** A command on one line, however long, so that it can be copied. */
export const command = (line: string, indent: number, paper: Paper): string =>
    " ".repeat(indent) + paper.safe(line).replaceAll("\n", " ");
