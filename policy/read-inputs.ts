import * as pulumi from "@pulumi/pulumi";
import { Partial, type Urn, type Value } from "./facts";

/** Inputs of a resource as a resource transform gets them, read together with what is unknown in them. */
export interface InputsRead {
    readonly inputs: Readonly<Record<string, Value>>;
    readonly propertyDependencies: Readonly<Record<string, readonly Urn[]>>;
}

/**
 * Never waits for a value that is not known: in a preview that would wait for ever. Of an unknown, the resources that it
 * comes from are read instead; where the engine does not tell them, `dependencies` stand for them.
 */
export async function readInputs(
    props: Readonly<Record<string, unknown>>,
    dependencies: readonly Urn[],
): Promise<InputsRead> {
    const inputs: Record<string, Value> = {};
    const propertyDependencies: Record<string, readonly Urn[]> = {};
    await Promise.all(
        Object.entries(props).map(async ([name, prop]) => {
            if (prop === undefined) return;
            const origins = new Set<Urn>();
            const value = await read(prop, origins, dependencies);
            inputs[name] = value;
            propertyDependencies[name] = [...origins];
        }),
    );
    return { inputs, propertyDependencies };
}

interface OutputInternals {
    readonly isKnown: Promise<boolean>;
    promise(withUnknowns?: boolean): Promise<unknown>;
    allResources(): Promise<Set<pulumi.Resource>>;
}

async function read(prop: unknown, origins: Set<Urn>, dependencies: readonly Urn[]): Promise<Value> {
    const inner = (item: unknown) => read(item, origins, dependencies);
    if (prop === null || prop === undefined) return null;
    if (typeof prop === "string" || typeof prop === "number" || typeof prop === "boolean") return prop;
    if (pulumi.isUnknown(prop)) return unknownFrom(dependencies, origins);
    if (pulumi.Output.isInstance(prop)) {
        return readOutput(prop as unknown as OutputInternals, origins, dependencies);
    }
    if (prop instanceof Promise) return inner(await prop);
    if (Array.isArray(prop)) return Promise.all(prop.map(inner));
    if (pulumi.Resource.isInstance(prop)) {
        const urn = await (prop.urn as unknown as OutputInternals).promise();
        origins.add(String(urn));
        return new Partial([{ urn: String(urn) }]);
    }
    if (isSecret(prop)) return inner(prop.value);
    const entries = Object.entries(prop as object).filter(([, value]) => value !== undefined);
    return Object.fromEntries(
        await Promise.all(entries.map(async ([key, value]) => [key, await inner(value)] as const)),
    );
}

async function readOutput(output: OutputInternals, origins: Set<Urn>, dependencies: readonly Urn[]): Promise<Value> {
    const resources = await output.allResources();
    const urns = await Promise.all(
        [...resources].map(async ({ urn }) => String(await (urn as unknown as OutputInternals).promise())),
    );
    if (!(await output.isKnown)) return unknownFrom(urns.length > 0 ? urns : dependencies, origins);
    for (const urn of urns) origins.add(urn);
    return read(await output.promise(true), origins, dependencies);
}

function unknownFrom(urns: readonly Urn[], origins: Set<Urn>): Partial {
    for (const urn of urns) origins.add(urn);
    return new Partial(urns.map((urn) => ({ urn })));
}

/** How Pulumi's wire format marks a secret (`@pulumi/pulumi`, runtime/rpc). */
const signature = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const isSecret = (prop: object): prop is { value: unknown } =>
    (prop as Record<string, unknown>)[signature] === secretSignature;
