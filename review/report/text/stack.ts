import { commonest } from "./commonest";
import { components } from "./components";
import type { Flow, Flows, SecretToSupply } from "./flow";
import { textAt } from "./inputs";
import { managed, type Names } from "./names";
import { block, columnFor, type Paper, row } from "./paper";
import { type Supplier, suppliersIn } from "./suppliers";
import { violations } from "./violations";
import { grouped, platformName } from "./words";

/** One stack: what it is, what it is made of, what flows where, what somebody must supply, what is wrong with it. */
export function stackReport(
    names: Names,
    { flows, toSupply }: Flows,
    paper: Paper,
    verbose: boolean,
): readonly string[] {
    const { plan } = names;
    return [
        ...heading(names, paper),
        ...(managed(plan.resources).length === 0
            ? ["  The program makes no resources."]
            : components(names, paper, verbose)),
        ...flowLines(flows, paper),
        ...secretLines(toSupply, suppliersIn(plan.outputs), paper),
        ...violations(plan.violations, names, paper, verbose),
        ...noteLines(plan.notes, paper),
    ];
}

/** Which stack it is, and where. */
export function heading({ plan }: Names, paper: Paper): readonly string[] {
    const place = commonest(plan.resources.map(({ inputs }) => textAt(inputs, "project")));
    const region = commonest(
        plan.resources.map(({ inputs }) => textAt(inputs, "region") ?? textAt(inputs, "location")),
    );
    const details = [
        plan.tier,
        [platformName(plan.platform), place].filter(Boolean).join(" "),
        region,
        plan.release === undefined ? undefined : `release ${plan.release}`,
    ];
    return row(paper, paper.safe(plan.stack).length + 2, {
        label: plan.stack,
        text: details.filter((detail) => detail !== undefined && detail !== "").join(" · "),
    });
}

function flowLines(flows: readonly Flow[], paper: Paper): readonly string[] {
    if (flows.length === 0) return [];
    const byWorkloads = grouped(flows, ({ workloads }) => workloads.join(", "));
    const column = columnFor(
        paper,
        [...byWorkloads.keys()].map((label) => `  ${label}`),
    );
    const lines = [...byWorkloads].flatMap(([workloads, received]) =>
        received.flatMap(({ variable, sources }, index) =>
            row(
                paper,
                column,
                {
                    rail: ["  ", "  "],
                    label: index === 0 ? workloads : "",
                    text: `${variable} ← ${sources.join(", ")}`,
                },
                "cyan",
            ),
        ),
    );
    return ["", paper.style("bold", "  What flows where"), ...lines];
}

function secretLines(
    toSupply: readonly SecretToSupply[],
    suppliers: ReadonlyMap<string, Supplier>,
    paper: Paper,
): readonly string[] {
    if (toSupply.length === 0) return [];
    return [
        "",
        ...block(paper, 2, `Secrets that somebody must supply (${toSupply.length})`, "bold"),
        ...toSupply.flatMap(({ name, variables, workloads }) => {
            const supplier = suppliers.get(name) ?? variables.map((variable) => suppliers.get(variable)).find(Boolean);
            const details = [supplier?.purpose, supplier?.who && `from ${supplier.who}`].filter(Boolean).join(" · ");
            return [
                ...block(paper, 2, usedAs(name, variables, workloads), "cyan"),
                ...(details === "" ? [] : block(paper, 6, details)),
            ];
        }),
    ];
}

function usedAs(name: string, variables: readonly string[], workloads: readonly string[]): string {
    if (workloads.length === 0) return `${name} · read by no workload`;
    const readers = workloads.join(", ");
    if (variables.length === 0) return `${name} · mounted by ${readers}`;
    const isVariable = variables.length === 1 && variables[0] === name;
    return `${isVariable ? "" : `${name} · `}${variables.join(", ")} of ${readers}`;
}

function noteLines(notes: readonly string[], paper: Paper): readonly string[] {
    if (notes.length === 0) return [];
    return ["", paper.style("bold", "  Notes"), ...notes.flatMap((note) => block(paper, 4, note, undefined, "  ·"))];
}
