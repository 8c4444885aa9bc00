import { Partial, type ResourceFacts, referencesOf } from "../../../policy/facts";
import { asSecret, isSecretVersion, secretNames } from "../../../policy/views/secret";
import { asWorkload } from "../../../policy/views/workload";
import type { PlannedResource } from "../../plan";
import type { Names } from "./names";
import { sourcesOf } from "./sources";
import { grouped, once } from "./words";

/** What reaches the workloads of a stack, and what somebody still has to bring. */
export interface Flows {
    readonly flows: readonly Flow[];
    readonly toSupply: readonly SecretToSupply[];
}

/** A variable that gets its value from other resources, directly or through the vault. */
export interface Flow {
    /** Names of the workloads that receive it. */
    readonly workloads: readonly string[];
    readonly variable: string;
    readonly sources: readonly string[];
}

/** A place in the vault that the plan leaves empty: somebody has to put a value there before the environment starts. */
export interface SecretToSupply {
    readonly name: string;
    readonly variables: readonly string[];
    readonly workloads: readonly string[];
}

interface Variable {
    readonly workload: string;
    readonly name: string;
    readonly value: unknown;
    /** Name in the vault of the secret that it is read from. */
    readonly secret: string | undefined;
}

export function readFlows(names: Names): Flows {
    const resources = names.plan.resources.map(({ facts }) => facts);
    const scope = { resources };
    const variables = names.plan.resources.flatMap((resource) => variablesOf(resource, scope, names));
    const versions = new Map(
        resources
            .filter(isSecretVersion)
            .flatMap((version) =>
                secretNames(scope, version.inputs.secret).map((secret) => [secret, version] as const),
            ),
    );

    const flowing = variables.flatMap(({ workload, name, value, secret }) => {
        const version = secret === undefined ? undefined : versions.get(secret);
        if (version !== undefined) {
            return { workload, name, sources: contentOf(version, names) };
        }
        return secret === undefined && value instanceof Partial
            ? { workload, name, sources: sourcesOf(value, names) }
            : [];
    });
    const bySecret = grouped(variables, ({ secret }) => secret ?? "");
    const empty = resources.flatMap((resource) => {
        const secret = resource.type.startsWith("gcp:") && !resource.external ? asSecret(resource) : undefined;
        return secret === undefined || versions.has(secret.name) ? [] : secret.name;
    });
    return {
        flows: mergeSame(flowing),
        toSupply: empty.map((name) => {
            const readers = bySecret.get(name) ?? [];
            return {
                name,
                variables: once(readers.map((reader) => reader.name)),
                workloads: once(readers.map(({ workload }) => workload)),
            };
        }),
    };
}

/** What a version of a secret is made of. A value without any source can only have been written, encrypted, in a file. */
function contentOf({ inputs }: ResourceFacts, names: Names): readonly string[] {
    const references = referencesOf(inputs.secretData);
    if (references.length === 0) return ["the stack file, encrypted"];
    const isGenerated = references.every(({ urn }) => names.resource(urn)?.facts.type.startsWith("random:"));
    return isGenerated ? ["a generated value"] : sourcesOf(inputs.secretData, names);
}

/** The same variable from the same sources is said once, for all workloads that receive it. */
function mergeSame(
    flowing: readonly { workload: string; name: string; sources: readonly string[] }[],
): readonly Flow[] {
    const groups = grouped(flowing, ({ name, sources }) => [name, ...sources].join("\n"));
    return [...groups.values()].flatMap(([first, ...rest]) =>
        first === undefined
            ? []
            : {
                  workloads: once([first, ...rest].map(({ workload }) => workload)),
                  variable: first.name,
                  sources: first.sources,
              },
    );
}

function variablesOf(
    resource: PlannedResource,
    scope: Parameters<typeof secretNames>[0],
    names: Names,
): readonly Variable[] {
    const { facts } = resource;
    const workload = resource.component ? undefined : asWorkload(facts);
    if (workload === undefined || workload.variables.length === 0) return [];
    const component = names.isOnly(resource) ? names.component(facts.urn) : undefined;
    const label = names.label(component?.facts.urn ?? facts.urn);
    return workload.variables
        .filter(({ name }) => name !== "")
        .map(({ name, value, secret }) => ({
            workload: label,
            name,
            value,
            secret: secret === undefined ? undefined : secretNames(scope, secret)[0],
        }));
}
