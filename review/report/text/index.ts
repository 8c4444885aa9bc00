import type { Review } from "../../plan";
import { inReportOrder } from "../order";
import type { Terminal } from "../terminal";
import { faults } from "./faults";
import { readFlows } from "./flow";
import { Names } from "./names";
import { overview } from "./overview";
import { block, paperFor } from "./paper";
import { stackReport } from "./stack";
import { verdict } from "./verdict";
import { isolation } from "./violations";

const cannotSee =
    "Not seen here, for no cloud was asked: what a provider's API would refuse, and how far what exists has drifted. `pulumi preview` shows both.";

/** The review for people, in lines that fit the terminal. */
export function textReport(review: Review, terminal: Terminal, { verbose = false } = {}): string {
    const paper = paperFor(terminal);
    const stacks = inReportOrder(review.plans).map((plan) => {
        const names = new Names(plan);
        return { plan, names, ...readFlows(names) };
    });
    const { text, holds } = verdict(review);
    const lines = [
        ...overview(stacks, review.errors, paper),
        "",
        ...stacks.flatMap(({ names, flows, toSupply }) => [
            ...stackReport(names, { flows, toSupply }, paper, verbose),
            "",
        ]),
        ...isolation(review, paper),
        ...faults(review.errors, paper),
        "",
        ...(stacks.length > 0 ? block(paper, 0, cannotSee, "dim") : []),
        ...block(paper, 0, text, holds ? "green" : "red"),
    ];
    return `${lines
        .join("\n")
        .replace(/\n{3,}/g, "\n\n")
        .trimStart()}\n`;
}
