import { type Environment, sharedUsesOf } from "../../environment";
import type { IsolationViolation } from "../plan";

/** What an environment uses of a shared stack is there, and the stack is of the tier that holds no environment's data. */
export function sharedUses(environments: readonly Environment[]): readonly IsolationViolation[] {
    return environments.flatMap((user) =>
        sharedUsesOf(user).flatMap(({ stack, what, path: [key, below] }) => {
            const owner = environments.find(({ name }) => name === stack);
            // One that is not there, or cannot be read, is told of where the stacks are planned.
            if (owner === undefined) return [];
            const tell = (message: string): IsolationViolation[] => [
                { rule: "shared-uses", stacks: [user.name, stack], resources: [], message },
            ];
            if (owner.tier !== "shared")
                return tell(
                    `${user.name} takes its ${what} from ${stack}, whose tier is ${owner.tier}: name a stack of the tier shared at ${key}.${below}.`,
                );
            return owner[what] === undefined
                ? tell(
                      `${user.name} takes its ${what} from ${stack}, which has none: describe ringfence:${what} in the stack file of ${stack}.`,
                  )
                : [];
        }),
    );
}
