import { type ResourceFacts, referencesOf, type Value } from "../../policy/facts";
import { field, text } from "../../policy/views/read";
import { asSecret, isSecretVersion, secretNames } from "../../policy/views/secret";
import { asWorkload, type Workload } from "../../policy/views/workload";
import type { PlannedResource, StackPlan } from "../plan";
import type { Content, PlannedSecret, Reader } from "./inventory";

const regional = "gcp:secretmanager/regionalSecret:RegionalSecret";

/** The places in Google Cloud vaults that a stack makes, in the order of the plan. */
export function secretsInVault({ resources }: StackPlan): readonly PlannedSecret[] {
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
            kept: {
                by: "secret-manager",
                project: text(inputs.project),
                location: type === regional ? text(inputs.location) : undefined,
            },
            content: contentOf(resource, version, byUrn),
            value: version && dataOf(version),
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
    const references = referencesOf(dataOf(version));
    if (references.length === 0) return text(field(inputs, "labels", "renewal")) === "public" ? "public" : "encrypted";
    return references.every(({ urn }) => byUrn.get(urn)?.type.startsWith("random:")) ? "generated" : "wired";
}

const dataOf = ({ inputs }: ResourceFacts): Value | undefined => inputs.secretData ?? inputs.secretDataWo;

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
