import type { Environment } from "../../environment";
import type { IsolationViolation, StackPlan } from "../plan";

/**
 * No environment reads another's outputs: what they say cannot be told from a value of its own once it is read. A stack
 * of the tier `shared` is there to be read.
 */
export function stackReferences(
    plans: readonly StackPlan[],
    environments: readonly Environment[],
): readonly IsolationViolation[] {
    const environmentsByName = new Map(environments.map((environment) => [environment.name, environment]));
    return plans.flatMap(({ stack, project, resources }) =>
        resources.flatMap(({ facts }): IsolationViolation[] => {
            if (facts.type !== "pulumi:pulumi:StackReference") return [];
            const name = typeof facts.inputs.name === "string" ? facts.inputs.name : facts.name;
            const [other = "", of = project] = name.split("/").reverse();
            const environment = of === project ? environmentsByName.get(other) : undefined;
            if (environment === undefined || environment.tier === "shared" || other === stack) return [];
            return [
                {
                    rule: "stack-references",
                    stacks: [stack, other],
                    resources: [facts.urn],
                    message: `${stack} reads the outputs of ${other} by the stack reference "${name}": let it have its own, or move what both need to a stack of the tier shared.`,
                },
            ];
        }),
    );
}
