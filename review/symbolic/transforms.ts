import * as pulumi from "@pulumi/pulumi";
import { Partial, type ResourceFacts, type Value } from "../../policy/facts";
import { serializeProperty, unknownOutput } from "./pulumi-internals";

/** What a resource transform changed: the inputs that it wrote, and the names of all that are left. */
export interface Changed {
    readonly written: Readonly<Record<string, unknown>>;
    readonly names: ReadonlySet<string>;
}

/**
 * Calls a resource transform as the engine does in a preview: what is not known is an unknown output that does not say
 * where it comes from, and the options name all that the resource depends on. Nothing is returned where the transform
 * left the inputs alone.
 */
export async function transformed(
    transform: pulumi.ResourceTransform,
    facts: ResourceFacts,
    custom: boolean,
): Promise<Changed | undefined> {
    const inputs = asInputs(facts.inputs);
    const before = snapshots(inputs);
    const result = await transform({
        custom,
        type: facts.type,
        name: facts.name,
        props: inputs,
        opts: {
            protect: facts.protect,
            ...(facts.adopted === undefined ? {} : { import: facts.adopted }),
            dependsOn: facts.dependencies.map((urn) => new pulumi.DependencyResource(urn)),
            ...(facts.parent === undefined ? {} : { parent: new pulumi.DependencyResource(facts.parent) }),
        },
    });
    if (result === undefined) return undefined;
    const props = result.props as Record<string, unknown>;
    const after = snapshots(props);
    const written: Record<string, unknown> = {};
    for (const [name, snapshot] of Object.entries(after)) {
        if (before[name] !== snapshot) written[name] = await serializeProperty(name, props[name]);
    }
    return { written, names: new Set(Object.keys(props)) };
}

function asInputs(inputs: Readonly<Record<string, Value>>): Record<string, unknown> {
    return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, asInput(value)]));
}

function asInput(value: Value): unknown {
    if (value instanceof Partial) return unknownOutput();
    if (Array.isArray(value)) return value.map(asInput);
    if (value !== null && typeof value === "object") return asInputs(value as Record<string, Value>);
    return value;
}

const identities = new WeakMap<object, string>();
let outputs = 0;

/** Each input as text in which an output is its identity, so that a change is seen and an output passed on is none. */
function snapshots(inputs: Readonly<Record<string, unknown>>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(inputs).map(([key, value]) => [key, JSON.stringify({ value }, opaque) ?? "undefined"]),
    );
}

function opaque(this: Record<string, unknown>, key: string, value: unknown): unknown {
    const original = this[key];
    if (!pulumi.Output.isInstance(original)) return value;
    let identity = identities.get(original);
    if (identity === undefined) {
        identity = `output ${outputs++}`;
        identities.set(original, identity);
    }
    return identity;
}
