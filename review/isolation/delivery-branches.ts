import { branchOf, type Environment } from "../../environment";
import type { IsolationViolation } from "../plan";

/** A push deploys one environment: of two that follow the same branch, the second would get what nobody has tried. */
export function deliveryBranches(environments: readonly Environment[]): readonly IsolationViolation[] {
    const followers = new Map<string, string[]>();
    for (const environment of environments) {
        if (environment.delivery === undefined) continue;
        const branch = `${environment.delivery.repository}, branch ${branchOf(environment)}`;
        followers.set(branch, [...(followers.get(branch) ?? []), environment.name]);
    }
    return [...followers]
        .filter(([, stacks]) => stacks.length > 1)
        .map(([branch, stacks]) => ({
            rule: "delivery-branches",
            stacks,
            resources: [],
            message: `${stacks.join(" and ")} are deployed by a push to the same branch (${branch}): give each a branch of its own, at ringfence:delivery.branch.`,
        }));
}
