import { Partial, type ResourceFacts, type Urn, type Value } from "../facts";
import type { Scope } from "../rule";
import { onceAScope } from "./once-a-scope";
import { field, isFields, text } from "./read";
import { judged, survey } from "./survey";
import { textsOf } from "./text";
import { type Variable, variablesOf } from "./variable";

/** A place in a vault that holds a secret. */
export interface Secret {
    readonly resource: ResourceFacts;
    readonly name: string;
}

const vaultTypes: Readonly<Record<string, (resource: ResourceFacts) => Value | undefined>> = {
    "gcp:secretmanager/secret:Secret": ({ inputs }) => inputs.secretId,
    "gcp:secretmanager/regionalSecret:RegionalSecret": ({ inputs }) => inputs.secretId,
    "kubernetes:core/v1:Secret": ({ inputs }) => field(inputs, "metadata", "name"),
    "docker:index/secret:Secret": ({ inputs }) => inputs.name,
};

export function asSecret(resource: ResourceFacts): Secret | undefined {
    const reader = vaultTypes[resource.type];
    return reader === undefined ? undefined : { resource, name: text(reader(resource)) ?? resource.name };
}

export const secrets = (scope: Scope): readonly Secret[] =>
    judged(scope).flatMap((resource) => (resource.external ? [] : (asSecret(resource) ?? [])));

const versionTypes = new Set([
    "gcp:secretmanager/secretVersion:SecretVersion",
    "gcp:secretmanager/regionalSecretVersion:RegionalSecretVersion",
]);
export const isSecretVersion = ({ type }: ResourceFacts): boolean => versionTypes.has(type);

/**
 * Names of the secrets that a reference means. One where the preview says exactly which; the engine only says what the
 * whole property is made from, so there it may be any of the secrets among that.
 */
export function secretNames(scope: Pick<Scope, "resources">, value: Value | undefined): readonly string[] {
    if (typeof value === "string") return [lastSegment(value)];
    if (!(value instanceof Partial)) return [];
    const written = lastSegment(value.text);
    const referred = value.references.flatMap(({ urn }) => nameOfSecret(scope, urn) ?? []);
    return written === "" ? referred : [...referred, written];
}

/** The name in the vault of a registered secret, also by one of its versions. */
function nameOfSecret(scope: Pick<Scope, "resources">, urn: Urn): string | undefined {
    const resource = survey(scope).byUrn.get(urn);
    if (resource === undefined) return urn.includes("ecret") ? urn.split("::").at(-1) : undefined;
    if (isSecretVersion(resource)) return secretNames(scope, resource.inputs.secret)[0] ?? resource.name;
    return asSecret(resource)?.name;
}

/** `projects/p/secrets/name/versions/3` is called `name`. */
function lastSegment(path: string): string {
    const [, name] = /secrets\/([^/]+)/.exec(path) ?? [];
    return (
        name ??
        path
            .replace(/\/versions\/.*$/, "")
            .split("/")
            .at(-1) ??
        ""
    );
}

const swarmTypes = new Set(["docker:index/secret:Secret", "docker:index/serviceConfig:ServiceConfig"]);
const isGiven = (value: Value | undefined): value is Value => value !== undefined && value !== null && value !== "";

/** What a resource stores for workloads to read, as variables: the data of a secret, of a version, of a config map. */
export function storedValues(scope: Pick<Scope, "resources">, resource: ResourceFacts): readonly Variable[] {
    const { inputs, type } = resource;
    if (isSecretVersion(resource)) {
        const name = secretNames(scope, inputs.secret)[0] ?? resource.name;
        return ["secretData", "secretDataWo"].flatMap((property) =>
            inputs[property] === undefined ? [] : [{ name, value: inputs[property], property, path: property }],
        );
    }
    if (type === "kubernetes:core/v1:ConfigMap") return entries(inputs.data, "data", (value) => value);
    if (type === "kubernetes:core/v1:Secret") {
        return [
            ...entries(inputs.stringData, "stringData", (value) => value),
            ...entries(inputs.data, "data", decoded),
        ];
    }
    // A swarm's secrets and configurations: https://docs.docker.com/engine/swarm/configs/
    if (swarmTypes.has(type)) {
        const name = text(inputs.name) ?? resource.name;
        const { data, dataRaw } = inputs;
        return [
            ...(isGiven(data) ? [{ name, value: decoded(data), property: "data", path: "data" }] : []),
            ...(isGiven(dataRaw) ? [{ name, value: dataRaw, property: "dataRaw", path: "dataRaw" }] : []),
        ];
    }
    return [];
}

function entries(data: Value | undefined, property: string, as: (value: Value) => Value): readonly Variable[] {
    if (data instanceof Partial) return [{ name: "", value: data, property, path: property }];
    if (!isFields(data)) return [];
    return Object.entries(data).map(([name, value]) => ({
        name,
        value: as(value),
        property,
        path: `${property}.${name}`,
    }));
}

/** Kubernetes, and a swarm, keep `data` in Base64. */
const decoded = (value: Value): Value =>
    typeof value === "string" ? Buffer.from(value, "base64").toString("utf8") : value;

/** Everything that a resource hands or stores for code to read, and every other text that may hold an address. */
export const valuesOf = onceAScope((scope: Pick<Scope, "resources">, resource: ResourceFacts): readonly Variable[] => [
    ...variablesOf(resource),
    ...storedValues(scope, resource),
    ...(isSecretVersion(resource) ? [] : textsOf(resource)),
]);
