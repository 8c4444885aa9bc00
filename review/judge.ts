import type { Environment } from "../environment";
import { evaluate, type Violation } from "../policy/evaluate";
import { rules } from "../policy/rules";
import { urnPrefix } from "../policy/urn";
import type { RunResult } from "./symbolic/run";

/**
 * The violations of one stack: those of all rules over the whole plan, and what the guard refused while the program ran,
 * where the rules over the whole plan have not said so already.
 */
export function judge(
    stack: string,
    project: string,
    environment: Environment,
    { resources, refusals, readable }: Pick<RunResult, "resources" | "refusals" | "readable">,
): readonly Violation[] {
    const found = evaluate(rules, {
        environment,
        urnPrefix: urnPrefix(stack, project),
        resources: resources.map(({ facts }) => facts),
        complete: true,
    });
    const said = new Set(found.map(({ policy, urn }) => `${policy} ${urn}`));
    const refused = refusals
        .filter(({ policy, urn }) => !said.has(`${policy} ${urn}`))
        .flatMap(({ policy, urn, message }): Violation[] => {
            const rule = rules.find(({ name }) => name === policy);
            if (rule === undefined) return [];
            const { severity, repair, requirements } = rule;
            return [{ policy, level: "mandatory", severity, urn, message, repair, requirements }];
        });
    return [...found, ...refused].map((violation) => ({ ...violation, message: readable(violation.message) }));
}
