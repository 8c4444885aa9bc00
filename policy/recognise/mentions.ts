import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { delivered } from "../views/docker/delivered";
import { onceAScope } from "../views/once-a-scope";
import { pieces, withoutReferences } from "../views/pieces";
import { asSecret, isSecretVersion, secretNames, storedValues } from "../views/secret";
import { leavesBesideVariables } from "../views/text";
import { uses } from "../views/uses";
import { type Variable, variablesOf } from "../views/variable";
import { isWithin } from "../views/walk";
import { asWorkload } from "../views/workload";
import { type Bundled, bundled } from "./bundle";

/** A place where a resource may speak of another system. */
export interface Mention {
    readonly kind: "variable" | "secret" | "label" | "name" | "text";
    /** The name whose words count. */
    readonly name: string;
    /** What the name stands for, for messages: `The variable SF_URL`. Never a value. */
    readonly called: string;
    /** The known text of the value; of a secret in the vault nothing is known. */
    readonly text: string;
    /** Whether that is all of it. */
    readonly known: boolean;
    /** Names of the secrets that may be behind it. */
    readonly secrets: readonly string[];
}

/** Every mention on a resource, of whatever type. */
export const mentionsOf = onceAScope((scope: Pick<Scope, "resources">, resource: ResourceFacts): readonly Mention[] => [
    ...mentioned(scope, resource),
]);

function* mentioned(scope: Pick<Scope, "resources">, resource: ResourceFacts): Generator<Mention> {
    if (isMachinery(resource)) return;
    const variables = variablesOf(resource);
    for (const variable of variables) yield asVariable(scope, delivered(scope, resource, variable), variable.name);
    for (const value of storedValues(scope, resource)) {
        const variable = asVariable(scope, value);
        yield isSecretVersion(resource)
            ? { ...variable, kind: "secret", called: `The secret "${value.name}"`, secrets: [value.name] }
            : variable;
    }
    for (const inside of bundled(scope, resource)) yield asInside(scope, inside);
    const secret = asSecret(resource);
    if (secret !== undefined) yield ofSecret(secret.name);
    for (const name of [...(asWorkload(resource)?.secrets ?? []), ...secretsUsed(resource, variables)])
        for (const secretName of secretNames(scope, name)) yield ofSecret(secretName);
    const runs = asWorkload(resource)?.name ?? (triggers.test(resource.type) ? resource.name : undefined);
    if (runs !== undefined) yield plain("name", runs, `The name "${runs}"`, "");
    yield* inTexts(resource);
}

/** Providers, components and the stack itself are no use of anything: what they are made of is judged by itself. */
const isMachinery = ({ type }: ResourceFacts): boolean =>
    type.startsWith("pulumi:") || type.startsWith("ringfence:") || type.startsWith("random:");

/** What starts workloads or feeds them; its name tells what for. */
const triggers = /^gcp:(cloudscheduler|cloudtasks|workflows|eventarc)\//;

function asVariable(
    scope: Pick<Scope, "resources">,
    { name, value, secret, file }: Variable,
    written: string = name,
): Mention {
    const text = withoutReferences(pieces(value).text);
    const called = file === undefined ? `The variable ${written}` : `The file ${file}`;
    return {
        kind: "variable",
        name,
        called: name === "" ? "A variable whose name is not known yet" : called,
        text,
        known: secret === undefined && value !== undefined && typeof value !== "object",
        secrets: secretNames(scope, secret),
    };
}

/** Inside a secret of the vault the secret's own name decides what its password opens. */
const asInside = (scope: Pick<Scope, "resources">, inside: Bundled): Mention => ({
    ...asVariable(scope, inside),
    called: `The variable ${inside.name} in ${inside.within}`,
    secrets: inside.vault === undefined ? [] : [inside.vault],
});

const plain = (kind: Mention["kind"], name: string, called: string, text: string): Mention => ({
    kind,
    name,
    called,
    text,
    known: true,
    secrets: [],
});
const ofSecret = (name: string): Mention => ({ ...plain("secret", name, `The secret "${name}"`, ""), secrets: [name] });

/** Secrets that a resource names elsewhere than in a variable: a grant, a mount, a connection. */
const secretsUsed = (resource: ResourceFacts, variables: readonly Variable[]) => {
    const paths = new Set(variables.map(({ path }) => path));
    return uses(resource)
        .filter(({ kind, path }) => kind === "secret" && !isWithin(path, paths))
        .map(({ value }) => value);
};

const labelKeys = new Set(["labels", "userLabels", "tags"]);

function* inTexts(resource: ResourceFacts): Generator<Mention> {
    if (isSecretVersion(resource)) return;
    for (const { key, above, path, value } of leavesBesideVariables(resource)) {
        const text = withoutReferences(pieces(value).text);
        if (text === "") continue;
        if (labelKeys.has(above)) yield plain("label", `${key} ${text}`, `The label ${key}`, "");
        else yield { ...plain("text", key, `The property ${path}`, text), known: typeof value === "string" };
    }
}
