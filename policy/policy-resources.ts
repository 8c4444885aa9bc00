import type { PolicyResource } from "@pulumi/policy";
import { Partial, type ResourceFacts, type Urn, type Value } from "./facts";

/** Inputs of the resources of a stack, by URN. */
export type InputsByUrn = ReadonlyMap<Urn, Readonly<Record<string, unknown>>>;

/** What CrossGuard wraps, for keeping until the whole stack is judged. */
export const inputsOf = (args: { readonly props: object }): Readonly<Record<string, unknown>> =>
    unwrapped(args.props as Record<string, unknown>);

/**
 * The resources of a stack as CrossGuard hands them to a policy, read as facts. It hands out their outputs, in which what
 * the cloud will compute is as unknown as an input made from another resource. So the inputs, which it shows one resource
 * at a time before, are taken instead, where they were seen.
 */
export function factsOf(resources: readonly PolicyResource[], inputs: InputsByUrn): readonly ResourceFacts[] {
    return resources.map((resource) => {
        const propertyDependencies = Object.fromEntries(
            Object.entries(resource.propertyDependencies).map(([name, sources]) => [
                name,
                sources.map(({ urn }) => urn),
            ]),
        );
        return {
            urn: resource.urn,
            type: resource.type,
            name: resource.name,
            parent: resource.parent?.urn,
            inputs: readProps(inputs.get(resource.urn) ?? unwrapped(resource.props), propertyDependencies),
            propertyDependencies,
            dependencies: resource.dependencies.map(({ urn }) => urn),
            protect: resource.opts.protect,
            external: false,
        };
    });
}

/**
 * Whether the engine leaves a resource out of this update (`--exclude`) that is not there yet. It shows it all the same,
 * without inputs and without outputs, because no provider was asked about it: there is nothing to judge, and nothing is
 * made. The guard has judged at its registration what the program wants it to be, and the pack does when it is made.
 */
export const isLeftOut = (resource: PolicyResource, inputs: InputsByUrn): boolean =>
    resource.provider !== undefined &&
    [inputs.get(resource.urn) ?? {}, unwrapped(resource.props)].every((props) => Object.keys(props).length === 0);

/**
 * CrossGuard wraps properties so that touching an unknown throws, and then reports that the rule "can't run". The wrapper
 * hands out what it wraps under this name.
 */
const wrapped = "__getSpecialProxyTarget";
const unwrapped = (props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
    (props[wrapped] ?? props) as Record<string, unknown>;

/** What stands for a value that is not known yet, by its type: `@pulumi/policy`, proxy. */
const unknowns: ReadonlySet<unknown> = new Set([
    "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
    "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
    "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
    "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
    "030794c1-ac77-496b-92df-f27374a8bd58",
    "e48ece36-62e2-4504-bad9-02848725956a",
    "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

function readProps(
    props: Readonly<Record<string, unknown>>,
    dependencies: Readonly<Record<string, readonly Urn[]>>,
): Record<string, Value> {
    return Object.fromEntries(
        Object.entries(props).map(([name, value]) => [name, read(value, dependencies[name] ?? [])]),
    );
}

function read(value: unknown, from: readonly Urn[]): Value {
    if (unknowns.has(value)) return new Partial(from.map((urn) => ({ urn })));
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return value.map((item) => read(item, from));
    if (typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item, from)]));
    }
    return value as string | number | boolean;
}
