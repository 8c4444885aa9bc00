import { type Environment, sharedStacksOf } from "../../environment";
import type { IsolationViolation, StackPlan } from "../plan";
import { stackNamed } from "../stack-name";

/**
 * No environment reads another's outputs: what they say cannot be told from a value of its own once it is read. A stack
 * of the tier `shared` is there to be read, by those that say so in their stack files.
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
            const { stack: other, project: of } = stackNamed(name, project);
            const environment = of === project ? environmentsByName.get(other) : undefined;
            if (environment === undefined || other === stack) return [];
            if (environment.tier === "shared") {
                const reader = environmentsByName.get(stack);
                if (reader === undefined || sharedStacksOf(reader).includes(other)) return [];
                return [
                    {
                        rule: "stack-references",
                        stacks: [stack, other],
                        resources: [facts.urn],
                        message: `${stack} reads the outputs of ${other} by the stack reference "${name}", and its stack file does not say so: name ${other} at ringfence:domain.tunnel or ringfence:transcription.from, or remove the reference.`,
                    },
                ];
            }
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
