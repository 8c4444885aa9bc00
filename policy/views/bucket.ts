import { Partial, type ResourceFacts, type Value } from "../facts";
import type { Scope } from "../rule";
import { type Answer, answer } from "./protection";
import { field, figure, isUnknown } from "./read";
import { judged, survey } from "./survey";

export interface Bucket {
    readonly resource: ResourceFacts;
    /** Whether `pulumi destroy` refuses to delete it while something is in it. */
    readonly protected: Answer;
    /** Whether permissions are the bucket's alone and never a single file's. */
    readonly uniform: Answer;
    /** Whether Cloud Storage refuses to let everybody in, whatever is granted. */
    readonly closed: Answer;
    /** Seconds before which nothing in it can be changed or deleted, 0 where it can at once; nothing where not known yet. */
    readonly retention: number | undefined;
}

const bucketType = "gcp:storage/bucket:Bucket";

export const buckets = (scope: Scope): readonly Bucket[] =>
    judged(scope).flatMap((resource) =>
        resource.external || resource.type !== bucketType ? [] : [asBucket(resource)],
    );

function asBucket(resource: ResourceFacts): Bucket {
    const { inputs } = resource;
    return {
        resource,
        protected: resource.protect || answer(inputs.forceDestroy, (force) => force !== true),
        uniform: answer(inputs.uniformBucketLevelAccess, (uniform) => uniform === true),
        closed: answer(inputs.publicAccessPrevention, (prevention) => prevention === "enforced"),
        retention: retentionOf(inputs.retentionPolicy),
    };
}

function retentionOf(policy: Value | undefined): number | undefined {
    const period = field(policy, "retentionPeriod");
    return isUnknown(period) ? undefined : (figure(period) ?? 0);
}

/**
 * The buckets of this stack that a value may mean: by what it refers to, or by the very text of their names. More than
 * one only where the engine says no more than what a whole property is made from.
 */
export function bucketsMeant(scope: Pick<Scope, "resources">, value: Value | undefined): readonly Bucket[] {
    const registered = survey(scope).byType.get(bucketType) ?? [];
    return registered.filter((bucket) => !bucket.external && means(value, bucket)).map(asBucket);
}

function means(value: Value | undefined, { urn, inputs: { name } }: ResourceFacts): boolean {
    if (!(value instanceof Partial)) return value !== undefined && value === name;
    if (value.references.some((reference) => reference.urn === urn)) return true;
    // A name that is made from others is passed on as what it is made from.
    return name instanceof Partial && JSON.stringify(name.parts) === JSON.stringify(value.parts);
}
