import { isDeclaredSecret } from "../../declared/encrypted";
import type { ResourceFacts, Value } from "../../facts";
import { saysSecret } from "../../recognise";
import { bundled } from "../../recognise/bundle";
import type { Finding, Rule, Scope } from "../../rule";
import {
    asSecret,
    asWorkload,
    called,
    isSecretVersion,
    isUnknown,
    judged,
    leavesOf,
    pieces,
    possibleSources,
    type Variable,
    valuesOf,
    variablesOf,
} from "../../views";

export const noSecretInClear: Rule = {
    name: "no-secret-in-clear",
    kind: "hygiene",
    forbids: "No secret may stand in a resource in clear, and no key of a service account may be made.",
    why: "Whoever may look at the resource can read it, and it stays in its history.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORB-11", "ACG-7"],
    repair: "Put the value into the vault and hand the workload a reference to it; use the workload's own identity instead of a key.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        for (const resource of judged(scope)) {
            if (resource.external || isVault(resource)) continue;
            if (keys.test(resource.type))
                yield { urn: resource.urn, message: "A key of a service account is a password that never expires." };
            yield* ofVariables(scope, resource);
            yield* ofFiles(scope, resource);
            yield* ofTexts(scope, resource);
        }
    },
};

const keys = /^gcp:(serviceaccount\/key:Key|storage\/hmacKey:HmacKey)$/;
const isVault = (resource: ResourceFacts): boolean =>
    isSecretVersion(resource) || asSecret(resource) !== undefined || /^(random|tls|pulumi):/.test(resource.type);

function* ofVariables(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    for (const variable of valuesOf(scope, resource)) {
        const { name, sealed, secret } = variable;
        if (sealed === true || secret !== undefined || isFromVault(scope, resource, variable)) continue;
        if (saysSecret(name) && isValue(variable))
            yield { urn: resource.urn, message: `${nameOf(variable)} holds its secret in clear.` };
        else if (hasPassword(resource, variable))
            yield {
                urn: resource.urn,
                message: `${called(resource, variable)} holds an address with a password in clear.`,
            };
    }
}

const nameOf = ({ name, file }: Variable): string => (file === undefined ? `The variable ${name}` : `The file ${file}`);

const onDocker = (resource: ResourceFacts): boolean => asWorkload(resource)?.platform === "docker";

/** Docker has no vault: what the program made up or was given encrypted can only be handed over as it is. */
const isFromVault = (scope: Scope, resource: ResourceFacts, variable: Variable): boolean =>
    onDocker(resource) &&
    (isUnknown(variable.value) ||
        isDeclaredSecret(scope.environment, variable) ||
        possibleSources(scope, resource, variable.property).some(({ type }) => type.startsWith("random:")));

/** Whether something is there that could be a secret: no switch, no number, no path to where the secret lies. */
function isValue({ value }: Variable): boolean {
    if (isUnknown(value)) return value.parts.length > 0;
    if (typeof value !== "string") return false;
    return !/^\s*$|^(true|false)$|^projects\/[^/]+\/secrets\/|^(\/[\w.-]+)+$/.test(value);
}

/** `scheme://user:password@host`, also where the password is made from something. */
function hasPassword(resource: ResourceFacts, { value }: Variable): boolean {
    const whole = onDocker(resource);
    const passwords = [...pieces(value).text.matchAll(/[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:([^/\s@]+)@/giu)];
    return passwords.some(([, password = ""]) => !whole || !/^[\u{E000}-\u{E001}\d]+$/u.test(password));
}

const privateKey = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/;
const argument = /^--?[\w-]*(?:password|passwd|secret|token|api-?key)=\S/i;
const argumentLists = new Set(["args", "commands", "command", "entrypoints"]);

/** Settings inside a file that Docker's provider writes: of a program, of Redis, whose own word it is. */
function* ofFiles(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    const files = variablesOf(resource).filter(({ file }) => file !== undefined);
    if (files.length === 0) return;
    const said = bundled(scope, resource).filter(({ path }) => files.some((file) => file.path === path));
    for (const { file, ...variable } of files) {
        if (isFromVault(scope, resource, variable)) continue;
        const inside = said.filter(({ path }) => path === variable.path);
        const open = inside.some((each) => saysSecret(each.name) && isWritten(each.value) && isValue(each));
        if (open || redisPassword.test(pieces(variable.value).text))
            yield { urn: resource.urn, message: `The file ${file} holds a secret in clear.` };
    }
}

/** What a script or a template puts in later is no value. */
const isWritten = (value: Value | undefined): boolean => typeof value === "string" && !/^[$%{<(`\\]/.test(value);
const redisPassword = /^[ \t]*(requirepass|masterauth)[ \t]+"?[^\s"$]/m;

function* ofTexts(scope: Scope, resource: ResourceFacts): Generator<Finding> {
    for (const { key, path, value } of leavesOf(resource)) {
        if (typeof value !== "string") continue;
        if (onDocker(resource) && isDeclaredSecret(scope.environment, { value })) continue;
        if (key.toLowerCase() === "authorization" && /^\w+ \S/.test(value))
            yield { urn: resource.urn, message: `${path} holds a secret in clear.` };
        if (privateKey.test(value)) yield { urn: resource.urn, message: `${path} holds a private key in clear.` };
        else if (argumentLists.has(key) && argument.test(value))
            yield { urn: resource.urn, message: `${path} holds a secret in clear.` };
    }
}
