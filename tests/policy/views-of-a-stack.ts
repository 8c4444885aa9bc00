import { Partial, type Reference, type ResourceFacts, type Value } from "../../policy/facts";
import type { Scope } from "../../policy/rule";
import { projectOf } from "../../policy/views/project";

/**
 * The same stack as others see it. The preview knows exactly what every value is made from; these are the ways in which
 * the real engine knows less.
 */

/** A first `pulumi preview`: what the cloud computes is not known, only what each property is made from. */
export const beforeItExists = (scope: Scope): Scope =>
    mapped(scope, (_, facts, property) => {
        const urns = facts.propertyDependencies[property] ?? [];
        return new Partial(urns.map((urn) => ({ urn })));
    });

/** Once everything exists: all values are plain text, and properties still name what they are made from. */
export const onceItExists = (scope: Scope): Scope => {
    const byUrn = new Map(scope.resources.map((facts) => [facts.urn, facts]));
    return mapped(scope, (value) =>
        value.parts
            .map((part) => (typeof part === "string" ? part : computed(scope, part, byUrn.get(part.urn))))
            .join(""),
    );
};

/** What the engine hands the pack: inputs in which the provider has put its defaults, and Pulumi the names that it makes up. */
export const withDefaults = (scope: Scope): Scope => ({
    ...scope,
    resources: scope.resources.map((facts) =>
        namedByPulumi.test(facts.type)
            ? { ...facts, inputs: { name: madeUp(facts.name), ...usual(facts.type), ...facts.inputs } }
            : facts,
    ),
});

const namedByPulumi = /^docker:index\/(container|network|volume):/;
const usual = (type: string): ResourceFacts["inputs"] =>
    type.endsWith(":Container") ? { networkMode: "bridge", start: true, mustRun: true } : {};
const madeUp = (name: string): string => `${name}-0a1b2c3`;

/** Each resource at its registration, with everything that was registered before it. */
export function* registrations(scope: Scope): Generator<Scope> {
    for (const [index, facts] of scope.resources.entries()) {
        if (facts.external) continue;
        yield { ...scope, resources: scope.resources.slice(0, index + 1), complete: false };
    }
}

/** A registration says what a resource depends on, and of a property that is known not what it is made from. */
export const withoutPropertyDependencies = (scope: Scope): Scope => ({
    ...scope,
    resources: scope.resources.map((facts) => ({
        ...facts,
        dependencies: [...new Set([...facts.dependencies, ...Object.values(facts.propertyDependencies).flat()])],
        propertyDependencies: {},
    })),
});

type Change = (value: Partial, facts: ResourceFacts, property: string) => Value;

function mapped(scope: Scope, change: Change): Scope {
    const resources = scope.resources.map((facts) => ({
        ...facts,
        inputs: Object.fromEntries(
            Object.entries(facts.inputs).map(([property, value]) => [
                property,
                replaced(value, (part) => change(part, facts, property)),
            ]),
        ),
    }));
    return { ...scope, resources };
}

function replaced(value: Value, change: (value: Partial) => Value): Value {
    if (value instanceof Partial) return change(value);
    if (Array.isArray(value)) return value.map((item) => replaced(item, change));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replaced(item as Value, change)]));
}

/** Docker calls containers and networks by a number, volumes by their name. */
function dockerOutput({ name, type }: ResourceFacts, property: string): string {
    if (property === "id" && !type.endsWith(":Volume")) return "0123456789abcdef".repeat(4);
    return property === "id" || property === "name" ? madeUp(name) : `${name}-${property}`;
}

/** What Google Cloud answers for an output, in its own shapes: some name the project by its number. */
function computed({ environment }: Scope, { property = "id" }: Reference, facts: ResourceFacts | undefined): string {
    const project = projectOf(environment);
    const given = facts?.inputs[property];
    if (typeof given === "string") return given;
    const name = String(facts?.inputs.secretId ?? facts?.inputs.accountId ?? facts?.inputs.name ?? facts?.name);
    const account = `${name}@${project}.iam.gserviceaccount.com`;
    if (facts?.type.startsWith("docker:")) return dockerOutput(facts, property);
    const shapes: Readonly<Record<string, string>> = {
        id: `projects/${project}/things/${name}`,
        name: facts?.type.includes("secretmanager") ? `projects/123456789012/secrets/${name}` : name,
        email: account,
        member: `serviceAccount:${account}`,
        privateIpAddress: "10.96.0.3",
        host: "10.96.1.4",
        port: "6378",
        uri: `https://${name}-7k2mq3x5na-nw.a.run.app`,
        "uri.host": `${name}-7k2mq3x5na-nw.a.run.app`,
        cert: "-----BEGIN CERTIFICATE-----",
    };
    return shapes[property.split(/\[\d+\]\./).at(-1) ?? property] ?? `${name}-${property}`;
}
