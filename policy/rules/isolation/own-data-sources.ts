import { isDeclaredDump } from "../../declared/anonymiser";
import type { ResourceFacts, Value } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import {
    asWorkload,
    called,
    dataAddresses,
    foreignSource,
    fromOtherStack,
    isWithin,
    judged,
    leavesOf,
    storedValues,
    survey,
    unprovenAddress,
    unprovenName,
    unprovenOrigin,
    uses,
    type Variable,
    valuesOf,
    type Workload,
} from "../../views";
import { unprovenBinding } from "../../views/binding";
import { isBucketKey } from "../../views/uses";

export const ownDataSources: Rule = {
    name: "own-data-sources",
    kind: "isolation",
    forbids: "Every database, cache, bucket, queue and volume that something uses must be of its own environment.",
    why: "An environment that reaches another's data can read it, change it or fill it with its own.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORA-6", "ORA-11", "ACG-10", "VOX-3"],
    repair: "Refer to a resource that this stack registers (`database.url`) instead of writing an address or reading another stack.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        for (const resource of judged(scope)) {
            // Where a provider finds its servers is no data; what is made through it is judged by itself.
            if (resource.external || resource.type.startsWith("pulumi:")) continue;
            yield* ofVariables(scope, resource);
            yield* ofProperties(scope, resource);
            yield* ofSources(scope, resource);
            yield* ofOtherStacks(scope, resource);
            const workload = asWorkload(resource);
            if (workload !== undefined) yield* ofWorkload(scope, workload);
        }
    },
};

function* ofVariables(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    for (const variable of valuesOf(scope, resource)) {
        if (isDeclaredDump(scope, resource, variable)) continue;
        const why = unprovenVariable(scope, resource, variable);
        if (why !== undefined)
            yield { urn: resource.urn, message: `${called(resource, variable)} cannot be used here: ${why}.` };
    }
}

function unprovenVariable(scope: Scope, resource: ResourceFacts, variable: Variable): string | undefined {
    for (const address of dataAddresses(variable)) {
        const why = unprovenAddress(scope, resource, variable.property, address);
        if (why !== undefined) return why;
    }
    return unprovenOrigin(scope, variable.value) ?? unprovenBinding(scope, resource, variable);
}

function* ofProperties(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    for (const { kind, path, value, ...at } of uses(resource)) {
        if (kind !== "data") continue;
        const why =
            unprovenOrigin(scope, value) ??
            unprovenName(scope, resource, at, value) ??
            (isBucketKey(at.key) || isBucketPath(value) ? unprovenBucket(scope, value) : undefined);
        if (why !== undefined)
            yield { urn: resource.urn, message: `${path} names data that cannot be used here: ${why}.` };
    }
}

/** How a bucket is written where other things may stand as well: the destination of a log sink, a source of data. */
const bucketPath = /^(gs:\/\/|storage\.googleapis\.com\/)/;
const isBucketPath = (value: Value): boolean => typeof value === "string" && bucketPath.test(value);

/**
 * All of Google Cloud shares the names of buckets, so a written one may be anybody's. It is this environment's if the
 * stack registers it, or if it begins with the name of the environment's project.
 */
function unprovenBucket(scope: Scope, value: Value): string | undefined {
    if (typeof value !== "string" || value === "") return undefined;
    const name = value.replace(bucketPath, "").split("/")[0] ?? "";
    if (name.startsWith(scope.environment.gcp.project)) return undefined;
    const buckets = survey(scope).byType.get("gcp:storage/bucket:Bucket") ?? [];
    const registered = buckets.some(({ external, inputs }) => !external && inputs.name === name);
    return registered ? undefined : `this stack registers no bucket of the name "${name}", which may be anybody's`;
}

function* ofWorkload(scope: Scope, { resource, volumes, platform }: Workload): Generator<Finding> {
    for (const { kind, source, path } of volumes) {
        const why =
            unprovenOrigin(scope, source) ??
            (kind === "file-share" || (platform === "docker" && kind === "named")
                ? unprovenAddress(scope, resource, "volumes", { written: String(source), references: [], form: "host" })
                : kind === "cloud-sql"
                  ? unprovenName(scope, resource, { property: "template" }, source)
                  : undefined);
        if (why !== undefined)
            yield { urn: resource.urn, message: `The volume at ${path} cannot be used here: ${why}.` };
    }
}

/** What the engine knows already is plain text; that it comes from elsewhere, only the property's dependencies tell. */
function* ofSources(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    const all = isRun.test(resource.type)
        ? Object.keys(resource.propertyDependencies)
        : usedProperties(scope, resource);
    for (const property of new Set(all)) {
        const why = foreignSource(scope, resource, property);
        if (why !== undefined)
            yield { urn: resource.urn, message: `Something in ${property} cannot be used here: ${why}.` };
    }
}

/** What makes workloads and their data. DNS and the edge may lead to what stacks share. */
const isRun = /^(gcp|docker|kubernetes):/;

const usedProperties = (scope: Scope, resource: ResourceFacts): readonly string[] =>
    asWorkload(resource) === undefined
        ? storedValues(scope, resource).map(({ property }) => property)
        : Object.keys(resource.propertyDependencies);

/** Anything else that is made from another stack: the image apart, which is promoted from one to the next. */
function* ofOtherStacks(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    if (!isRun.test(resource.type)) return;
    const told = new Set([...valuesOf(scope, resource), ...uses(resource)].map(({ path }) => path));
    for (const { key, path, value } of leavesOf(resource)) {
        if (key === "image" || isWithin(path, told)) continue;
        const why = fromOtherStack(scope, value);
        if (why !== undefined) yield { urn: resource.urn, message: `${path} cannot be made from this: ${why}.` };
    }
}
