import { Partial, type ResourceFacts, type Value } from "../facts";
import { field, isFields, items, text } from "./read";

/** One variable that a resource hands to code: an environment variable, a Worker's binding, a header. */
export interface Variable {
    /** "" where the name itself is not known. */
    readonly name: string;
    /** The value in clear. */
    readonly value?: Value | undefined;
    /** What names the secret in the vault that holds the value. */
    readonly secret?: Value | undefined;
    /** Whether the platform keeps the value like a secret, although it is written here. */
    readonly sealed?: boolean | undefined;
    /** Where code finds the value as a file of that path, and `name` is the file's. */
    readonly file?: string | undefined;
    /** The input property that it stands in: `template`. */
    readonly property: string;
    readonly path: string;
}

const found = new WeakMap<ResourceFacts, readonly Variable[]>();

/** Every variable of a resource, of whatever type: variables are recognised by the shapes in which providers write them. */
export function variablesOf(resource: ResourceFacts): readonly Variable[] {
    let variables = found.get(resource);
    if (variables === undefined) {
        variables = Object.entries(resource.inputs).flatMap(([property, value]) => [
            ...variablesIn(value, property, property, property),
        ]);
        found.set(resource, variables);
    }
    return variables;
}

/** Keys of maps and lists of variables: Cloud Run, Functions, App Engine, Docker, Kubernetes, Workers. */
const variableKeys =
    /^(envs?|env_?variables|environment|environmentVariables|secretEnvironmentVariables|buildEnvVariables|bindings|substitutions)$/;
/** A key that can only be a variable, in whatever map. */
const capitals = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;

function* variablesIn(value: Value | undefined, property: string, key: string, path: string): Generator<Variable> {
    const named = variableKeys.test(key);
    if (value instanceof Partial) {
        if (named) yield { name: "", value, property, path };
    } else if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
            const at = `${path}[${index}]`;
            const variable = named
                ? inList(item, property, at)
                : key === "uploads"
                  ? uploaded(item, property, at)
                  : undefined;
            if (variable !== undefined) yield variable;
            else yield* variablesIn(item, property, named ? "" : key, at);
        }
    } else if (isFields(value)) {
        for (const [name, item] of Object.entries(value)) {
            const at = `${path}.${name}`;
            if ((named || capitals.test(name)) && !isFields(item) && !Array.isArray(item))
                yield { name, value: item, property, path: at };
            else yield* variablesIn(item, property, name, at);
        }
    }
}

/** `NAME=value`, as Docker writes it, or an object with a name. */
function inList(item: Value, property: string, path: string): Variable | undefined {
    if (item instanceof Partial || typeof item === "string") return assignment(item, property, path);
    const name = field(item, "name") ?? field(item, "key");
    if (!isFields(item) || name === undefined) return undefined;
    return {
        name: text(name) ?? (name instanceof Partial ? name.text : ""),
        value: item.value ?? item.text ?? item.json ?? item.keyBase64,
        secret: secretOf(item),
        sealed: item.type === "secret_text" || item.type === "secret_key",
        property,
        path,
    };
}

/** A file that Docker's provider writes into a container: a secret has one of its own, called after it. */
function uploaded(item: Value, property: string, path: string): Variable | undefined {
    const file = text(field(item, "file"));
    if (file === undefined || !isFields(item)) return undefined;
    const encoded = text(item.contentBase64);
    const name =
        file
            .split("/")
            .at(-1)
            ?.replace(/\.txt$/, "") ?? "";
    if (encoded !== undefined && encoded !== "")
        return {
            name,
            file,
            value: Buffer.from(encoded, "base64").toString("utf8"),
            property,
            path: `${path}.contentBase64`,
        };
    return { name, file, value: item.content ?? undefined, property, path: `${path}.content` };
}

function assignment(item: Partial | string, property: string, path: string): Variable {
    const [first = "", ...rest] = item instanceof Partial ? item.parts : [item];
    const split = typeof first === "string" ? first.indexOf("=") : -1;
    if (typeof first !== "string" || split < 0) {
        return { name: typeof item === "string" ? item : "", value: item, property, path };
    }
    const begin = first.slice(split + 1);
    const value = rest.length === 0 ? begin : new Partial(begin === "" ? rest : [begin, ...rest]);
    return { name: first.slice(0, split), value, property, path };
}

/** The name of the secret, wherever the provider writes it; with the project that it is said to live in. */
function secretOf(item: Readonly<Record<string, Value>>): Value | undefined {
    const reference =
        field(item, "valueSource", "secretKeyRef", "secret") ??
        field(item, "valueFrom", "secretKeyRef", "name") ??
        item.secret ??
        (item.type === "secrets_store_secret" ? item.secretName : undefined);
    return withProject(item, reference);
}

/** The secret that Cloud Functions mounts. */
export const secretName = (volume: Value): Value | undefined => withProject(volume, field(volume, "secret"));

/** Cloud Functions writes the project of a secret beside it. */
function withProject(item: Value, secret: Value | undefined): Value | undefined {
    const project = text(field(item, "projectId"));
    const name = text(secret);
    if (project === undefined || name === undefined || name.includes("/")) return secret;
    return `projects/${project}/secrets/${name}`;
}

/** Where a Kubernetes container takes all keys of an object as variables. */
export const bulkSources = (container: Value): readonly Value[] =>
    items(field(container, "envFrom")).flatMap((source) =>
        [field(source, "secretRef", "name"), field(source, "configMapRef", "name")].filter(
            (name) => name !== undefined,
        ),
    );
