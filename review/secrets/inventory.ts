import { type ResourceFacts, referencesOf } from "../../policy/facts";
import { field, text } from "../../policy/views/read";
import { asSecret, isSecretVersion, secretNames } from "../../policy/views/secret";
import { asWorkload, type Workload } from "../../policy/views/workload";
import type { PlannedResource, StackPlan } from "../plan";

/** A place in a Google Cloud vault that a plan makes. */
export interface PlannedSecret {
    /** Name in the vault. */
    readonly id: string;
    readonly project: string | undefined;
    /** Of a regional secret, its region. */
    readonly location: string | undefined;
    /** Where its value comes from. */
    readonly content: Content;
    /** What the program puts into it. */
    readonly version: ResourceFacts | undefined;
    /** Time between two rotations, `7776000s`. */
    readonly rotationPeriod: string | undefined;
    /** What does not start without a value. */
    readonly readers: readonly Reader[];
}

/**
 * `supplied`: the plan leaves it empty, so somebody has to bring the value; `generated`: made up by the program;
 * `encrypted`: from the stack file; `wired`: made of other resources; `public`: a file that the program keeps there,
 * although nothing in it is secret.
 */
export type Content = "supplied" | "generated" | "encrypted" | "wired" | "public";

export interface Reader {
    readonly resource: PlannedResource;
    readonly kind: Workload["kind"];
    /** The name that the platform knows it by. */
    readonly name: string;
    /** Variables that receive the secret; none where it is mounted. */
    readonly variables: readonly string[];
}

const regional = "gcp:secretmanager/regionalSecret:RegionalSecret";

/** The secrets of a stack, in the order of the plan. Hand-written ones count, and so do hand-written readers. */
export function secretsIn({ resources }: StackPlan): readonly PlannedSecret[] {
    const facts = resources.map((resource) => resource.facts);
    const scope = { resources: facts };
    const byUrn = new Map(facts.map((each) => [each.urn, each]));
    const versions = new Map(
        facts
            .filter(isSecretVersion)
            .flatMap((version) =>
                secretNames(scope, version.inputs.secret).map((secret) => [secret, version] as const),
            ),
    );
    const readers = readersIn(resources, scope);
    return facts.flatMap((resource) => {
        const secret = resource.type.startsWith("gcp:") ? asSecret(resource) : undefined;
        if (secret === undefined) return [];
        const { inputs, type } = resource;
        const version = versions.get(secret.name);
        // Of one that is only read, nobody here can say that it is empty.
        if (resource.external && version === undefined) return [];
        return {
            id: secret.name,
            project: text(inputs.project),
            location: type === regional ? text(inputs.location) : undefined,
            content: contentOf(resource, version, byUrn),
            version,
            rotationPeriod: text(field(inputs, "rotation", "rotationPeriod")),
            readers: readers.get(secret.name) ?? [],
        };
    });
}

/** A value without any source can only have been written, encrypted, in a file. */
function contentOf(
    { inputs }: ResourceFacts,
    version: ResourceFacts | undefined,
    byUrn: ReadonlyMap<string, ResourceFacts>,
): Content {
    if (version === undefined) return "supplied";
    const references = referencesOf(version.inputs.secretData ?? version.inputs.secretDataWo);
    if (references.length === 0) return text(field(inputs, "labels", "renewal")) === "public" ? "public" : "encrypted";
    return references.every(({ urn }) => byUrn.get(urn)?.type.startsWith("random:")) ? "generated" : "wired";
}

function readersIn(
    resources: readonly PlannedResource[],
    scope: Parameters<typeof secretNames>[0],
): ReadonlyMap<string, readonly Reader[]> {
    const readers = new Map<string, Reader[]>();
    for (const resource of resources) {
        const workload = resource.component || resource.facts.external ? undefined : asWorkload(resource.facts);
        if (workload === undefined) continue;
        for (const [secret, variables] of readBy(workload, scope))
            readers.set(secret, [
                ...(readers.get(secret) ?? []),
                { resource, kind: workload.kind, name: workload.name, variables },
            ]);
    }
    return readers;
}

/** The secrets that a workload reads, each with the variables that receive it. */
function readBy(
    { variables, secrets }: Workload,
    scope: Parameters<typeof secretNames>[0],
): ReadonlyMap<string, readonly string[]> {
    const read = new Map<string, string[]>();
    const add = (secret: string, names: readonly string[]) => read.set(secret, [...(read.get(secret) ?? []), ...names]);
    for (const { name, secret } of variables)
        for (const known of secretNames(scope, secret).slice(0, 1)) add(known, name === "" ? [] : [name]);
    for (const mounted of secrets) for (const known of secretNames(scope, mounted).slice(0, 1)) add(known, []);
    return read;
}
