import type { PlanError } from "../../plan";
import { block, type Paper } from "./paper";
import { grouped } from "./words";

/** Why stacks could not be planned, fault by fault: where, what, and what to do. */
export function faults(errors: readonly PlanError[], paper: Paper): readonly string[] {
    return [...grouped(errors, ({ stack }) => stack)].flatMap(([stack, ofStack]) => [
        "",
        ...block(paper, 0, `${stack || "The project"} could not be planned (${ofStack.length})`, "bold"),
        ...ofStack.flatMap((error) => fault(error, paper)),
    ]);
}

function fault({ file = "", line, key = "", message, repair = "" }: PlanError, paper: Paper): string[] {
    const place = file === "" || line === undefined ? file : `${file}:${line}`;
    const where = [place, key].filter((part) => part !== "").join("  ");
    const heading = where === "" ? [] : block(paper, 4, where, "red", "  ✗");
    const indent = where === "" ? 4 : 6;
    return [
        ...heading,
        ...block(paper, indent, message, undefined, where === "" ? "  ✗" : ""),
        ...(repair === "" ? [] : block(paper, indent + 2, repair, "cyan", `${" ".repeat(indent)}→`)),
    ];
}
