import type { ResourceFacts, Value } from "../facts";
import { isUnknown } from "./read";

/** `undefined` where it is not known yet: then nobody can tell. */
export type Answer = boolean | undefined;

/** An answer where the value is known or left out; nothing where it is not known yet. */
export const answer = (value: Value | undefined, judge: (value: Value | undefined) => boolean): Answer =>
    isUnknown(value) ? undefined : judge(value ?? undefined);

export interface Protection {
    /** Whether `pulumi destroy` is refused, or leaves the data where it is. */
    readonly protected: Answer;
    /** Whether `pulumi destroy` takes it away and leaves nothing behind. */
    readonly removable: Answer;
}

/** By the provider's property that protects a resource, and by what the provider does where it is left out. */
export function protection(resource: ResourceFacts, property: string, usual: boolean): Protection {
    const guarded = answer(resource.inputs[property], (value) => (value === undefined ? usual : value === true));
    const policy = resource.inputs.deletionPolicy;
    const refuses = answer(policy, (value) => value === "PREVENT");
    return {
        protected: resource.protect || refuses || guarded,
        removable: resource.protect
            ? false
            : none(
                  guarded,
                  answer(policy, (value) => value === "PREVENT" || value === "ABANDON"),
              ),
    };
}

/** Whether all are no; nothing where one of them is not known. */
function none(...answers: readonly Answer[]): Answer {
    if (answers.includes(true)) return false;
    return answers.includes(undefined) ? undefined : true;
}
