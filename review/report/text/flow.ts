import { Partial } from "../../../policy/facts";
import { asDockerContainer } from "../../../policy/views/docker/container";
import { filesOf } from "../../../policy/views/docker/delivered";
import { secretNames } from "../../../policy/views/secret";
import { asWorkload } from "../../../policy/views/workload";
import type { PlannedResource } from "../../plan";
import { type PlannedSecret, secretsIn } from "../../secrets/inventory";
import { receivedBy } from "../../secrets/received";
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

/** A secret that the plan leaves empty: somebody has to bring its value before the environment starts. */
export interface SecretToSupply {
    /** Name in the vault; without one, the variable that receives the value. */
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
    const lent = new Set(
        resources.flatMap((facts) => (asDockerContainer(facts)?.started ? filesOf(scope, facts) : [])),
    );
    const variables = names.plan.resources.flatMap((resource) => variablesOf(resource, scope, names, lent));
    const secrets = secretsIn(names.plan);
    const byId = new Map(secrets.map((secret) => [secret.id, secret]));

    const flowing = variables.flatMap(({ workload, name, value, secret }) => {
        const known = secret === undefined ? undefined : byId.get(secret);
        if (known !== undefined && known.content !== "supplied") {
            return { workload, name, sources: originsOf(known, names) };
        }
        return secret === undefined && value instanceof Partial
            ? { workload, name, sources: sourcesOf(value, names) }
            : [];
    });
    const empty = secrets.filter(({ content }) => content === "supplied");
    return {
        flows: mergeSame(flowing),
        toSupply: empty.map(({ id, kept, readers }) => ({
            name: id,
            variables: once(readers.flatMap((reader) => reader.variables)),
            // On a host the containers of a service have its name in common, and labels of their own.
            workloads: once(
                readers.map(({ resource, name }) => (kept.by === "stack-file" ? name : workloadLabel(resource, names))),
            ),
        })),
    };
}

/** Where the value of a secret comes from, in words; nothing where somebody has to bring it. */
export function originsOf({ content, value }: PlannedSecret, names: Names): readonly string[] {
    switch (content) {
        case "supplied":
            return [];
        case "encrypted":
            return ["the stack file, encrypted"];
        case "public":
            return ["a file of the program's, not secret"];
        case "generated":
            return ["a generated value"];
        case "wired":
            return sourcesOf(value, names);
    }
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

/** What a workload gets. A container that only lends its files to others gets nothing: they do. */
function variablesOf(
    resource: PlannedResource,
    scope: Parameters<typeof secretNames>[0],
    names: Names,
    lent: ReadonlySet<unknown>,
): readonly Variable[] {
    const { facts } = resource;
    const workload = resource.component ? undefined : asWorkload(facts);
    if (workload === undefined) return [];
    const label = workloadLabel(resource, names);
    return receivedBy(scope, facts).flatMap(({ variable, as }) => {
        const { value, secret } = variable;
        const name = as === "" ? variable.name : as;
        if (name === "" || (workload.kind === "files" && lent.has(variable))) return [];
        return {
            workload: label,
            name,
            value,
            secret: secret === undefined ? undefined : secretNames(scope, secret)[0],
        };
    });
}

/** The component's name, where the workload is the only one in it. */
function workloadLabel(resource: PlannedResource, names: Names): string {
    const component = names.isOnly(resource) ? names.component(resource.facts.urn) : undefined;
    return names.label(component?.facts.urn ?? resource.facts.urn);
}
