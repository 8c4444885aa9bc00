import { durationText, toSeconds } from "../../../environment/units";
import { allOf } from "../../../environment/wording";
import { inSeconds } from "../../../policy/views/read";
import type { Review, StackPlan } from "../../plan";
import type { Content, Kept, Reader } from "../../secrets/inventory";
import { inReportOrder } from "../order";
import type { Terminal } from "../terminal";
import { faults } from "../text/faults";
import { Names } from "../text/names";
import { block, columnFor, type Paper, paperFor, row } from "../text/paper";
import { heading } from "../text/stack";
import { once } from "../text/words";
import { command } from "./command";
import { howTo } from "./how-to";
import { type Listing, listingOf, type Settled, type ToSupply } from "./listing";
import { secretsVerdict } from "./verdict";

/** The list for people. Commands stand on one line each, however long, so that they can be copied. */
export function textSecrets(review: Review, terminal: Terminal): string {
    const paper = paperFor(terminal);
    const stacks = inReportOrder(review.plans).map((plan) => ({ plan, listing: listingOf(plan) }));
    const waiting = stacks.flatMap(({ listing }) => listing.toSupply);
    const { text, complete } = secretsVerdict(review);
    const lines = [
        ...stacks.flatMap(({ plan, listing }) => [...stackLines(plan, listing, paper), ""]),
        ...howTo(waiting, paper),
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
    const { secret, keptBy, variables, purpose, suppliedBy, supply, readers, rotatedEvery } = each;
    const details = [purpose, suppliedBy && `from ${suppliedBy}`, due(rotatedEvery)].filter(Boolean);
    return [
        ...block(paper, 2, once([secret, ...variables]).join(" · "), "cyan"),
        ...(details.length === 0 ? [] : block(paper, 6, details.join(" · "))),
        ...block(paper, 6, untilThen(keptBy, readers)),
        command(supply.isFile ? supply.fileCommand : supply.command, 6, paper),
    ];
}

const kinds: Readonly<Record<Reader["kind"], string>> = {
    service: "service",
    job: "job",
    pool: "worker pool",
    function: "function",
    edge: "Worker",
    files: "container of files",
};

/** A vault is filled at any time; a stack file has to be whole before anything is deployed from it. */
function untilThen(keptBy: Kept["by"], readers: readonly Reader[]): string {
    const named = once(readers.map(({ kind, name }) => `the ${kinds[kind]} ${name}`));
    const none = named.length === 0 ? "Nothing in this stack reads it." : undefined;
    if (keptBy === "stack-file") return `Until then nothing is deployed. ${none ?? `It is for ${allOf(named)}.`}`;
    return none ?? `Until then ${allOf(named)} ${named.length === 1 ? "does" : "do"} not start.`;
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
