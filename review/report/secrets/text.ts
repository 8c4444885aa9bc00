import { durationText, toSeconds } from "../../../environment/units";
import { allOf } from "../../../environment/wording";
import { inSeconds } from "../../../policy/views/read";
import type { Review, StackPlan } from "../../plan";
import type { Content, Reader } from "../../secrets/inventory";
import { inReportOrder } from "../order";
import type { Terminal } from "../terminal";
import { faults } from "../text/faults";
import { Names } from "../text/names";
import { block, columnFor, type Paper, paperFor, row } from "../text/paper";
import { heading } from "../text/stack";
import { type Listing, listingOf, type Settled, type ToSupply } from "./listing";
import { secretsVerdict } from "./verdict";

/** The list for people. Commands stand on one line each, however long, so that they can be copied. */
export function textSecrets(review: Review, terminal: Terminal): string {
    const paper = paperFor(terminal);
    const stacks = inReportOrder(review.plans).map((plan) => ({ plan, listing: listingOf(plan) }));
    const waiting = stacks.flatMap(({ listing }) => listing.toSupply);
    const first = waiting.find(({ supply }) => !supply.isFile) ?? waiting[0];
    const { text, complete } = secretsVerdict(review);
    const lines = [
        ...stacks.flatMap(({ plan, listing }) => [...stackLines(plan, listing, paper), ""]),
        ...(first === undefined ? [] : [...howTo(first, paper), ""]),
        ...faults(review.errors, paper),
        "",
        ...block(paper, 0, text, complete ? "green" : "red"),
    ];
    return `${lines
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trimStart()}\n`;
}

function stackLines(plan: StackPlan, { toSupply, settled }: Listing, paper: Paper): readonly string[] {
    return [
        ...heading(new Names(plan), paper),
        "",
        ...(toSupply.length === 0
            ? block(paper, 2, "Nobody has to supply a secret.")
            : block(paper, 2, `Secrets that somebody must supply (${toSupply.length})`, "bold")),
        ...toSupply.flatMap((each) => supplyLines(each, paper)),
        ...settledLines(settled, paper),
    ];
}

function supplyLines(each: ToSupply, paper: Paper): readonly string[] {
    const { secret, variables, purpose, suppliedBy, supply, readers, rotatedEvery } = each;
    const details = [purpose, suppliedBy && `from ${suppliedBy}`, due(rotatedEvery)].filter(Boolean);
    return [
        ...block(paper, 2, [secret, ...variables].join(" · "), "cyan"),
        ...(details.length === 0 ? [] : block(paper, 6, details.join(" · "))),
        ...block(paper, 6, untilThen(readers)),
        command(supply.isFile ? supply.fromFile : supply.fromVariable, 6, paper),
    ];
}

const kinds: Readonly<Record<Reader["kind"], string>> = {
    service: "service",
    job: "job",
    pool: "worker pool",
    function: "function",
    edge: "Worker",
};

function untilThen(readers: readonly Reader[]): string {
    if (readers.length === 0) return "Nothing in this stack reads it.";
    const named = readers.map(({ kind, name }) => `the ${kinds[kind]} ${name}`);
    return `Until then ${allOf(named)} ${named.length === 1 ? "does" : "do"} not start.`;
}

function settledLines(settled: readonly Settled[], paper: Paper): readonly string[] {
    if (settled.length === 0) return [];
    const column = columnFor(
        paper,
        settled.map(({ secret }) => `  ${secret}`),
    );
    return [
        "",
        ...block(paper, 2, `Secrets that nobody has to supply (${settled.length})`, "bold"),
        ...settled.flatMap(({ secret, content, sources, rotatedEvery }) =>
            row(
                paper,
                column,
                {
                    rail: ["  ", "  "],
                    label: secret,
                    text: [sources.join(", "), due(rotatedEvery, content)].filter(Boolean).join(" · "),
                },
                "cyan",
            ),
        ),
    ];
}

/** What the rotation does: it renews what was made up, and reminds of the rest. */
function due(rotatedEvery: string, content?: Content): string {
    const period = inSeconds(rotatedEvery);
    if (period === undefined) return "";
    const every = `every ${durationText(toSeconds(period))}`;
    return content === "generated" ? `renewed ${every}` : `due again ${every}`;
}

/** No part of a value may land in the shell's history, in the list of processes or on the screen. */
function howTo({ supply: { variable } }: ToSupply, paper: Paper): readonly string[] {
    return [
        paper.style("bold", "To supply one"),
        ...block(
            paper,
            2,
            `A value of one line is read into a variable at a hidden prompt, so that it is in no history, and forgotten afterwards (\`unset ${variable}\`):`,
        ),
        command(`read -rs ${variable}`, 6, paper),
        ...block(
            paper,
            2,
            "A value of several lines, such as a private key, comes from a file (FILE), which is deleted afterwards. An empty value is refused.",
        ),
        ...block(
            paper,
            2,
            "`npm run up -- STACK --foundation` makes the places for them, without what cannot start yet; when they are filled, leave `--foundation` out. Which of them are filled already is not seen here, for no cloud was asked:",
        ),
        command("gcloud secrets versions list SECRET --project PROJECT --filter=state=enabled", 6, paper),
    ];
}

const command = (line: string, indent: number, paper: Paper): string =>
    " ".repeat(indent) + paper.safe(line).replaceAll("\n", " ");
