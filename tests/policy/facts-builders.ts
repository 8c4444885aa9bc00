import type { Environment } from "../../environment";
import { Partial, type ResourceFacts, type Urn, type Value } from "../../policy/facts";
import type { PlatformName, Scope } from "../../policy/rule";
import { projectOf } from "../../policy/views/project";
import { image } from "./environments";

/** Facts as the preview, the engine and the registration of a resource yield them, written by hand. */
export type Inputs = Readonly<Record<string, Value>>;

export const prefix = (environment: Environment): string => `urn:pulumi:${environment.name}::ringfence::`;

export interface Options {
    readonly external?: boolean;
    readonly protect?: boolean;
    readonly adopted?: string;
    readonly dependencies?: readonly Urn[];
    /** In place of what the inputs' own references say. */
    readonly propertyDependencies?: Readonly<Record<string, readonly Urn[]>>;
}

export function resource(
    environment: Environment,
    type: string,
    name: string,
    inputs: Inputs,
    options: Options = {},
): ResourceFacts {
    return {
        urn: `${prefix(environment)}${type}::${name}`,
        type,
        name,
        inputs,
        propertyDependencies:
            options.propertyDependencies ??
            Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, [...new Set(urnsIn(value))]])),
        dependencies: options.dependencies ?? [...new Set(Object.values(inputs).flatMap(urnsIn))],
        protect: options.protect ?? false,
        external: options.external ?? false,
        adopted: options.adopted,
    };
}

const urnsIn = (value: Value): Urn[] => {
    if (value instanceof Partial) return value.references.map(({ urn }) => urn);
    if (Array.isArray(value)) return value.flatMap(urnsIn);
    return value !== null && typeof value === "object" ? Object.values(value).flatMap(urnsIn) : [];
};

export const scope = (environment: Environment, resources: readonly ResourceFacts[]): Scope => ({
    environment,
    urnPrefix: prefix(environment),
    resources,
    complete: true,
});

/** A value that is an output of a resource, as the preview knows it. */
export const output = ({ urn }: ResourceFacts, property = "id"): Partial => new Partial([{ urn, property }]);

/** Text and outputs in order, as `pulumi.interpolate` makes it. */
export function interpolated(
    strings: TemplateStringsArray,
    ...outputs: readonly (readonly [ResourceFacts, string])[]
): Partial {
    return new Partial(
        strings.flatMap((text, index) => {
            const part = outputs[index];
            const reference = part === undefined ? [] : [{ urn: part[0].urn, property: part[1] }];
            return text === "" ? reference : [text, ...reference];
        }),
    );
}

/** An unknown as the engine knows it: only the resources that it may come from. */
export const unknownFrom = (...resources: readonly ResourceFacts[]): Partial =>
    new Partial(resources.map(({ urn }) => ({ urn })));
/** An unknown of which nothing is known. */
export const unknown = new Partial([]);

export const stackReference = (environment: Environment, name: string): ResourceFacts =>
    resource(environment, "pulumi:pulumi:StackReference", name, { name }, { external: true });

/** Variables of a workload: text, a reference, or the name of a secret in the vault. */
export interface FromVault {
    readonly vault: string | Value;
}
export type Variables = Readonly<Record<string, Value | FromVault | undefined>>;

const isFromVault = (variable: Value | FromVault): variable is FromVault =>
    variable !== null && typeof variable === "object" && "vault" in variable;

export interface WorkloadOptions {
    readonly name?: string;
    readonly variables?: Variables;
    readonly image?: Value;
    /** Inputs in place of the usual ones, of the platform's own shape. */
    readonly inputs?: Inputs;
    readonly template?: Inputs;
    readonly propertyDependencies?: Options["propertyDependencies"];
}

/** A workload and what it needs, the workload last. Secrets that are named get a place in the platform's vault. */
export function workload(
    environment: Environment,
    platform: PlatformName,
    options: WorkloadOptions = {},
): readonly ResourceFacts[] {
    const variables = Object.entries(options.variables ?? {}).filter(
        (entry): entry is [string, Value | FromVault] => entry[1] !== undefined,
    );
    const secrets = new Map(
        variables.flatMap(([, value]) =>
            isFromVault(value) && typeof value.vault === "string" && platform !== "cloudflare"
                ? [[value.vault, vaultSecret(environment, platform, value.vault)]]
                : [],
        ),
    );
    const made = variables.map(([name, value]): Value => {
        if (!isFromVault(value)) return clear(platform, name, value);
        const secret = typeof value.vault === "string" ? secrets.get(value.vault) : undefined;
        return sealed(platform, name, secret === undefined ? (value.vault as Value) : output(secret, "secretId"));
    });
    return [...secrets.values(), ...runs(environment, platform, made, options)];
}

function runs(
    environment: Environment,
    platform: PlatformName,
    envs: readonly Value[],
    options: WorkloadOptions,
): readonly ResourceFacts[] {
    const name = options.name ?? `voice-agent-${environment.name}`;
    const dependencies =
        options.propertyDependencies === undefined ? {} : { propertyDependencies: options.propertyDependencies };
    switch (platform) {
        case "gcp": {
            const account = serviceAccount(environment, name);
            const template = {
                serviceAccount: output(account, "email"),
                timeout: "60s",
                scaling: { maxInstanceCount: 1 },
                containers: [{ image: options.image ?? image, envs }],
                ...options.template,
            };
            const labels = { environment: environment.name, tier: environment.tier, component: "api" };
            const inputs = { name, project: projectOf(environment), labels, template, ...options.inputs };
            return [account, resource(environment, "gcp:cloudrunv2/service:Service", name, inputs, dependencies)];
        }
        case "docker": {
            const network = resource(environment, "docker:index/network:Network", "network", {
                name: `voice-${environment.name}`,
            });
            const inputs = {
                name,
                image: options.image ?? image,
                envs,
                networksAdvanced: [{ name: output(network, "name"), aliases: [name] }],
                ...options.inputs,
            };
            return [network, resource(environment, "docker:index/container:Container", name, inputs, dependencies)];
        }
        case "kubernetes": {
            const pod = {
                containers: [{ name: "app", image: options.image ?? image, env: envs }],
                ...options.template,
            };
            const inputs = {
                metadata: { name, namespace: environment.name },
                spec: { replicas: 1, template: { spec: pod } },
                ...options.inputs,
            };
            return [resource(environment, "kubernetes:apps/v1:Deployment", name, inputs, dependencies)];
        }
        case "cloudflare": {
            const inputs = { accountId: "1".repeat(32), scriptName: name, bindings: envs, ...options.inputs };
            return [resource(environment, "cloudflare:index/workersScript:WorkersScript", name, inputs, dependencies)];
        }
    }
}

/** A variable in clear, as the platform writes it. */
function clear(platform: PlatformName, name: string, value: Value): Value {
    if (platform === "docker") {
        // What is unknown to the engine hides the name too: they are one text.
        if (isBlank(value)) return value;
        return value instanceof Partial ? new Partial([`${name}=`, ...value.parts]) : `${name}=${String(value)}`;
    }
    return platform === "cloudflare" ? { type: "plain_text", name, text: value } : { name, value };
}

const isBlank = (value: Value): boolean =>
    value instanceof Partial && value.parts.every((part) => typeof part !== "string" && part.property === undefined);

/** A variable whose value lies in the vault. Docker has none: the value is handed over, made from another resource. */
function sealed(platform: PlatformName, name: string, secret: Value): Value {
    switch (platform) {
        case "gcp":
            return { name, valueSource: { secretKeyRef: { secret, version: "latest" } } };
        case "kubernetes":
            return { name, valueFrom: { secretKeyRef: { name: secret, key: "value" } } };
        case "cloudflare":
            return { type: "secrets_store_secret", name, secretName: secret };
        case "docker":
            return clear(platform, name, secret);
    }
}

/** A place in the platform's vault. Cloudflare's is filled outside the stack, and named. */
export function vaultSecret(
    environment: Environment,
    platform: Exclude<PlatformName, "cloudflare">,
    name: string,
): ResourceFacts {
    switch (platform) {
        case "gcp":
            return resource(environment, "gcp:secretmanager/secret:Secret", name, {
                secretId: name,
                project: projectOf(environment),
                labels: { environment: environment.name, tier: environment.tier },
            });
        case "kubernetes":
            return resource(environment, "kubernetes:core/v1:Secret", name, { metadata: { name } });
        case "docker":
            return resource(environment, "docker:index/secret:Secret", name, { name });
    }
}

export const serviceAccount = (environment: Environment, accountId: string): ResourceFacts =>
    resource(environment, "gcp:serviceaccount/account:Account", `${accountId}-identity`, {
        accountId,
        project: projectOf(environment),
    });

/** The same resources with one of them changed: inputs at the top are replaced, `undefined` takes one out. */
export function bent(
    resources: readonly ResourceFacts[],
    type: string,
    inputs: Readonly<Record<string, Value | undefined>>,
    options: Options = {},
): readonly ResourceFacts[] {
    return resources.map((facts) => {
        if (facts.type !== type) return facts;
        const changed = Object.fromEntries(
            Object.entries({ ...facts.inputs, ...inputs }).filter(
                (entry): entry is [string, Value] => entry[1] !== undefined,
            ),
        );
        return { ...resource({ name: "" } as Environment, type, facts.name, changed, options), urn: facts.urn };
    });
}
