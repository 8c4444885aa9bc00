import { Partial, type ResourceFacts, type Value } from "../../facts";
import type { Scope } from "../../rule";
import { onceAScope } from "../once-a-scope";
import { pieces } from "../pieces";
import { survey } from "../survey";
import { type Variable, variablesOf } from "../variable";
import { asDockerContainer } from "./container";
import { registeredAs } from "./own-name";

type Context = Pick<Scope, "resources">;

/** The files that the stack itself puts into a container, also those that another container of the stack lends it. */
export const filesOf = onceAScope((scope: Context, resource: ResourceFacts): readonly Variable[] => {
    const mounts = asDockerContainer(resource)?.mounts ?? [];
    const lenders = mounts.flatMap(({ from, source }) => (from === "container" ? containersMeant(scope, source) : []));
    return [resource, ...lenders].flatMap(variablesOf).filter(({ file }) => file !== undefined);
});

function containersMeant(scope: Context, source: Value | undefined): readonly ResourceFacts[] {
    if (source instanceof Partial) return source.references.flatMap(({ urn }) => survey(scope).byUrn.get(urn) ?? []);
    return typeof source === "string" ? [registeredAs(scope, "container", source) ?? []].flat() : [];
}

/** Grafana writes two: https://grafana.com/docs/grafana/latest/setup-grafana/configure-docker/ */
const fileSuffix = /__?FILE$/i;

/** The variable that `NAME_FILE` hands over, which lies in the file that it names: `NAME`. */
export const inFile = (name: string): string | undefined =>
    fileSuffix.test(name) ? name.replace(fileSuffix, "") : undefined;

/**
 * What a variable hands over: of `NAME_FILE`, what lies in the file. Of a file that the stack does not write nothing is
 * known.
 */
export function delivered(scope: Context, resource: ResourceFacts, variable: Variable): Variable {
    const { name, value } = variable;
    const path = pieces(value).text;
    const inner = inFile(name);
    if (variable.file !== undefined || inner === undefined || !path.startsWith("/")) return variable;
    if (asDockerContainer(resource) === undefined) return variable;
    const written = filesOf(scope, resource).find(({ file }) => file === path);
    return { ...variable, name: inner, value: written?.value ?? new Partial([]) };
}
