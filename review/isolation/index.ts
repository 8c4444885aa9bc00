import type { Environment } from "../../environment";
import type { Review, StackPlan } from "../plan";
import { foreignNames } from "./foreign-names";
import { ownIdentifiers } from "./own-identifiers";
import { sharedResources } from "./shared";

/** Holds the environments of a project against each other; told is what concerns at least one of `stacks`. */
export function isolation(
    plans: readonly StackPlan[],
    environments: readonly Environment[],
    stacks: ReadonlySet<string>,
): Review["isolation"] {
    const violations = [...ownIdentifiers(environments), ...foreignNames(plans, environments)];
    return {
        violations: violations.filter((violation) => violation.stacks.some((stack) => stacks.has(stack))),
        shared: sharedResources(environments),
    };
}
