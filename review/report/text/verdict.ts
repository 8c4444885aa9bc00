import { allOf } from "../../../environment/wording";
import type { Review } from "../../plan";
import { managed } from "./names";
import { counted, once } from "./words";

/** The last line: what was found, in a sentence or two. */
export function verdict(review: Review): { readonly text: string; readonly holds: boolean } {
    const sentences = [notPlanned(review), brokenWithin(review), brokenBetween(review)].filter(
        (sentence) => sentence !== "",
    );
    return sentences.length > 0 ? { text: sentences.join(" "), holds: false } : { text: holding(review), holds: true };
}

function notPlanned({ errors }: Review): string {
    if (errors.length === 0) return "";
    const stacks = once(errors.map(({ stack }) => stack)).filter((stack) => stack !== "");
    const subject = stacks.length === 0 ? "The project" : allOf(stacks);
    return `${subject} could not be planned: ${counted(errors.length, "fault")}.`;
}

function brokenWithin({ plans }: Review): string {
    const found = plans.map(({ stack, violations }) => ({
        stack,
        broken: violations.filter(({ level }) => level === "mandatory"),
    }));
    const breached = found.filter(({ broken }) => broken.length > 0);
    if (breached.length === 0) return "";
    const all = breached.flatMap(({ broken }) => broken);
    const stacks = allOf(breached.map(({ stack }) => stack));
    return `The fence is broken in ${stacks}: ${counted(all.length, "mandatory violation")} (${rulesIn(all.map(({ policy }) => policy))}).`;
}

function brokenBetween({ isolation: { violations } }: Review): string {
    if (violations.length === 0) return "";
    const stacks = once(violations.flatMap((violation) => violation.stacks));
    const where = stacks.length === 1 ? `around ${allOf(stacks)}` : `between ${allOf(stacks)}`;
    return `The fence is broken ${where}: ${counted(violations.length, "breach")} (${rulesIn(violations.map(({ rule }) => rule))}).`;
}

/** So many rules are named; the rest can be read above. */
const namedRules = 3;

function rulesIn(policies: readonly string[]): string {
    const rules = once(policies);
    const further = rules.length - namedRules;
    return rules.slice(0, namedRules).join(", ") + (further > 0 ? ` and ${further} more` : "");
}

function holding({ plans, elapsed, rules }: Review): string {
    const resources = plans.reduce((sum, plan) => sum + managed(plan.resources).length, 0);
    const advisories = plans.reduce((sum, plan) => sum + plan.violations.length, 0);
    const counts = [
        counted(plans.length, "stack"),
        counted(resources, "resource"),
        ...(rules === undefined ? [] : [counted(rules, "rule")]),
        advisories === 0 ? "no advisories" : counted(advisories, "advisory"),
    ];
    return `The fence holds: ${counts.join(", ")}, in ${(elapsed / 1000).toFixed(1)} s, without a cloud account.`;
}
