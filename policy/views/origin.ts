import { isDeclaredReference } from "../declared/shared-stack";
import { Partial, type ResourceFacts, type Urn, type Value } from "../facts";
import type { Scope } from "../rule";
import { onceAScope } from "./once-a-scope";
import { projectOf, projectsNamed } from "./project";
import { text } from "./read";
import { survey } from "./survey";
import { toldBy } from "./told";

/**
 * Where a value comes from, and whether that is this environment. A value belongs to the environment if it is made from
 * resources that this stack registers in the environment's own project, and from nothing else. What is only read
 * (`external`) belongs to it only where it says that it lives in that project: every environment has a project of its own,
 * so what lives there is the environment's. A stack reference never belongs to it.
 */
type Context = Pick<Scope, "environment" | "urnPrefix" | "resources" | "complete">;

const isStackReference = (urn: Urn): boolean => typesOf(urn).endsWith("pulumi:pulumi:StackReference");
const typesOf = (urn: Urn): string => urn.split("::")[2] ?? "";
/** Whether another stack made it: a reference to one, or, where the preview follows that, a resource of it. */
const isOtherStacks = ({ urnPrefix }: Context, urn: Urn): boolean =>
    isStackReference(urn) || (!urn.startsWith(urnPrefix) && urn.split("::")[0] !== urnPrefix.split("::")[0]);

/** Properties in which a resource says what project it lives in. */
const evidence = ["project", "id", "selfLink", "name", "email", "connectionName"];

/** Why a resource is not of this environment; nothing where it is. */
export const foreign = onceAScope((scope: Context, urn: Urn): string | undefined => {
    const name = urn.split("::").slice(3).join("::");
    // At its registration a resource does not say which of its properties are made from a reference.
    if (!scope.complete && isDeclaredReference(scope, urn)) return undefined;
    if (isStackReference(urn)) return `it comes from another stack, by the stack reference "${name}"`;
    if (!urn.startsWith(scope.urnPrefix)) return `it comes from "${name}", which is not of this stack`;
    const resource = survey(scope).byUrn.get(urn);
    if (resource === undefined) return `it comes from "${name}", which this stack does not register`;
    const projects = evidence.flatMap((key) => projectsNamed(resource.inputs[key], key));
    const other = projects.find(({ project, numeric }) => !numeric && project !== projectOf(scope.environment));
    if (other !== undefined) return `it comes from "${name}" in the project "${other.project}"`;
    const own = projects.some(({ project }) => project === projectOf(scope.environment));
    if (resource.external && !own) return `it comes from "${name}", which this stack only reads`;
    return undefined;
});

/** Why an unknown cannot be said to come from this environment; nothing where it can, or where the value is known. */
export function unprovenOrigin(scope: Context, value: Value | undefined): string | undefined {
    if (!(value instanceof Partial)) return undefined;
    const { references } = value;
    if (references.length === 0) {
        return value.parts.length === 0 ? "it is not known yet and nothing says where it comes from" : undefined;
    }
    return firstForeign(
        scope,
        references.map(({ urn }) => urn),
    );
}

/** Why an unknown is not of this environment, where it comes from another stack. */
export const fromOtherStack = (scope: Context, value: Value | undefined): string | undefined =>
    value instanceof Partial
        ? firstForeign(
              scope,
              value.references.map(({ urn }) => urn).filter((urn) => isOtherStacks(scope, urn)),
          )
        : undefined;

export function firstForeign(scope: Context, urns: readonly Urn[]): string | undefined {
    for (const urn of urns) {
        const why = foreign(scope, urn);
        if (why !== undefined) return why;
    }
    return undefined;
}

/**
 * The own resources that the known text of a property may come from. The preview names exactly what a value is made
 * from, so there a literal is a literal; the engine only says what a whole property is made from, and at a resource's
 * registration what the whole resource depends on.
 */
export function possibleSources(scope: Context, resource: ResourceFacts, property: string): readonly ResourceFacts[] {
    if (toldBy(resource).properties.get(property)?.exact) return [];
    const { byUrn } = survey(scope);
    const given = resource.propertyDependencies[property] ?? [];
    const urns = given.length > 0 || scope.complete ? given : resource.dependencies;
    // What is only read never passes a registration, so there it is not known.
    const counts = (urn: Urn) =>
        !isDeclaredReference(scope, urn) && (scope.complete || byUrn.has(urn) || isStackReference(urn));
    if (firstForeign(scope, urns.filter(counts)) !== undefined) return [];
    return urns.flatMap((urn) => byUrn.get(urn) ?? []);
}

/** What a property is made from that is not of this environment, where no unknown in it says so itself. */
export function foreignSource(
    scope: Context,
    resource: ResourceFacts,
    property: string,
    allows: (urn: Urn) => boolean = () => false,
): string | undefined {
    const made = (resource.propertyDependencies[property] ?? []).filter((urn) => !allows(urn));
    const { urns: toldAnywhere, properties } = toldBy(resource);
    const told = properties.get(property)?.urns;
    const untold = made.filter((urn) => !told?.has(urn));
    if (scope.complete) return firstForeign(scope, untold);
    // At its registration a resource does not say what its known properties are made from, only what it depends on.
    const silent = resource.dependencies.filter((urn) => isStackReference(urn) && !toldAnywhere.has(urn));
    return firstForeign(scope, [...untold, ...silent]);
}

/**
 * Why the known text of a name or path is not of this environment: it names another project, or a project by its number,
 * which cannot be compared. A short name is looked up in the environment's own project by Google Cloud itself.
 */
export function unprovenName(
    scope: Context,
    resource: ResourceFacts,
    at: { readonly property: string; readonly key?: string },
    value: Value | undefined,
): string | undefined {
    for (const { project, numeric } of projectsNamed(value, at.key)) {
        if (project === projectOf(scope.environment)) continue;
        if (!numeric) return `it lives in the project "${project}"`;
        const last = text(value)?.split("/").at(-1);
        const named = possibleSources(scope, resource, at.property).some(({ inputs }) =>
            ["secretId", "name", "accountId", "instanceId"].some((key) => inputs[key] === last),
        );
        if (!named) return "it names its project by number, which cannot be told to be this environment's";
    }
    return undefined;
}
