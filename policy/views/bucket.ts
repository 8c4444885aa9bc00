import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { type Answer, answer } from "./protection";
import { judged } from "./survey";

export interface Bucket {
    readonly resource: ResourceFacts;
    /** Whether `pulumi destroy` refuses to delete it while something is in it. */
    readonly protected: Answer;
}

export const buckets = (scope: Scope): readonly Bucket[] =>
    judged(scope).flatMap((resource) =>
        resource.external || resource.type !== "gcp:storage/bucket:Bucket"
            ? []
            : [
                  {
                      resource,
                      protected: resource.protect || answer(resource.inputs.forceDestroy, (force) => force !== true),
                  },
              ],
    );
