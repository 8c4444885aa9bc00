import type { PlanError, StackPlan } from "../../plan";
import type { SecretToSupply } from "./flow";
import { managed } from "./names";
import { block, type Paper } from "./paper";
import { pad, padLeft, widthOf } from "./width";
import { counted, grouped } from "./words";

/** A stack that was planned, and what it still needs. */
export interface Planned {
    readonly plan: StackPlan;
    readonly toSupply: readonly SecretToSupply[];
}

interface Line {
    readonly cells: readonly string[];
    /** The same where there is no room for a table. */
    readonly prose: string;
    readonly bad: boolean;
}

const titles = ["Stack", "Tier", "Resources", "Secrets to supply", "Rules"] as const;
const rightAligned = new Set<number>([2, 3]);

/** All stacks at a glance, one a line, those that could not be planned last. */
export function overview(planned: readonly Planned[], errors: readonly PlanError[], paper: Paper): readonly string[] {
    const failed = grouped(
        errors.filter(({ stack }) => stack !== ""),
        ({ stack }) => stack,
    );
    const lines = [...planned.map(plannedLine), ...[...failed].map(([stack, { length }]) => failedLine(stack, length))];
    return lines.length < 2 ? [] : (table(lines, paper) ?? lines.flatMap((line) => inProse(line, paper)));
}

function plannedLine({ plan, toSupply }: Planned): Line {
    const { stack, tier, violations } = plan;
    const resources = managed(plan.resources).length;
    const mandatory = violations.filter(({ level }) => level === "mandatory").length;
    const advisory = violations.length - mandatory;
    const rules =
        [mandatory > 0 ? `${mandatory} broken` : "", advisory > 0 ? counted(advisory, "advisory") : ""]
            .filter((part) => part !== "")
            .join(", ") || "kept";
    return {
        cells: [stack, tier, String(resources), String(toSupply.length), rules],
        prose: `${stack}: ${tier}, ${counted(resources, "resource")}, ${counted(toSupply.length, "secret")} to supply, ${
            rules === "kept" ? "rules kept" : rules
        }`,
        bad: mandatory > 0,
    };
}

const failedLine = (stack: string, faults: number): Line => ({
    cells: [stack, "", "", "", "could not be planned"],
    prose: `${stack}: could not be planned, ${counted(faults, "fault")}`,
    bad: true,
});

function table(lines: readonly Line[], paper: Paper): readonly string[] | undefined {
    const rows = [titles, ...lines.map(({ cells }) => cells.map(paper.safe))];
    const widths = titles.map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column] ?? ""))));
    const gap = "   ";
    if (widths.reduce((sum, width) => sum + width + gap.length, -gap.length) > paper.columns) return undefined;
    return rows.map((cells, index) => {
        const aligned = cells.map((cell, column) =>
            (rightAligned.has(column) ? padLeft : pad)(cell, widths[column] ?? 0),
        );
        const line = aligned.join(gap).trimEnd();
        if (index === 0) return paper.style("dim", line);
        return lines[index - 1]?.bad ? paper.style("red", line) : line;
    });
}

function inProse({ prose, bad }: Line, paper: Paper): readonly string[] {
    return block(paper, 2, prose, bad ? "red" : undefined).map((line, index) => (index === 0 ? line.slice(2) : line));
}
