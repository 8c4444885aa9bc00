import type { PlanError, PlannedResource, Review, StackPlan } from "../plan";
import { inReportOrder } from "./order";

/**
 * The review for programs. Its shape is a promise: keys stand in this order, every key is there, absent text is "" and
 * an absent line is null.
 */
export function jsonReport(review: Review): string {
    return printed({
        project: review.project,
        stacks: Object.fromEntries(inReportOrder(review.plans).map((plan) => [plan.stack, stackDocument(plan)])),
        errors: review.errors.map(errorDocument),
        isolation: {
            violations: review.isolation.violations.map(({ rule, stacks, resources, message }) => ({
                rule,
                stacks,
                resources,
                message,
            })),
            shared: review.isolation.shared.map(({ resource, stacks, why }) => ({ resource, stacks, why })),
        },
    });
}

/** The same document where there is no review: wrong usage, or a failure of this program. */
export function jsonFailure(errors: readonly PlanError[]): string {
    return jsonReport({ project: "", plans: [], errors, isolation: { violations: [], shared: [] }, elapsed: 0 });
}

export const printed = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

const stackDocument = ({ stack, tier, platform, resources, outputs, violations }: StackPlan) => ({
    tier,
    platform,
    resources: resources.map(resourceDocument),
    outputs,
    violations: violations.map(({ policy, level, urn, message, requirements }) => ({
        policy,
        level,
        stack,
        urn,
        message,
        requirements,
    })),
});

const resourceDocument = ({ facts, inputs, dependencies, secrets }: PlannedResource) => ({
    urn: facts.urn,
    type: facts.type,
    name: facts.name,
    parent: facts.parent ?? "",
    inputs,
    dependencies,
    secrets,
    external: facts.external,
});

export const errorDocument = ({ stack, file, line, key, message, repair }: PlanError) => ({
    stack,
    file: file ?? "",
    line: line ?? null,
    key: key ?? "",
    message,
    repair: repair ?? "",
});
