import { type ConfigPath, isWithin, keyText, valueAt } from "./config-path";
import type { ConfigSource } from "./config-source";
import type { Fault } from "./fault";
import { namespace } from "./schema/environment";

const secretsKey = `${namespace}:secrets`;
/** Concerns whose `variables` may hold encrypted values. */
const serviceKeys: ReadonlySet<unknown> = new Set(["api", "gateway", "web"].map((name) => `${namespace}:${name}`));
/** Not secrets, and the review compares them between stacks. */
const readKeys: ReadonlySet<unknown> = new Set(["gcp:project", "gcp:region", "docker:host"]);

/** Whether an encrypted value may stand here. Namespaces other than the program's own are their providers' affair. */
function mayBeEncrypted(path: ConfigPath): boolean {
    const [key = "", first, second, ...below] = path;
    if (!String(key).startsWith(`${namespace}:`)) return !readKeys.has(key);
    if (path.length === 1) return false;
    if (key === secretsKey) return second === "value" && below.length === 0;
    return serviceKeys.has(key) && first === "variables" && second !== undefined && below.length === 0;
}

/**
 * Values that are encrypted though a reader must see them. Where only keys are known, a key that may hold encrypted
 * values gets the benefit of the doubt: the review, which reads the files, sees each of them.
 */
export function encryptedFaults({ secret, encryptedPaths }: ConfigSource): readonly Fault[] {
    const certain = encryptedPaths ?? [...secret].filter((key) => !mayHoldEncrypted(key)).map((key) => [key]);
    return certain.filter((path) => !mayBeEncrypted(path)).map((path) => fault(path, "is encrypted", repairOf(path)));
}

const mayHoldEncrypted = (key: string): boolean => key === secretsKey || serviceKeys.has(key);

function repairOf(path: ConfigPath): string {
    const [key, name] = path;
    if (key === secretsKey && path.length === 2)
        return `put it one level down, at ${keyText([secretsKey, String(name), "value"])}`;
    if (readKeys.has(key)) return "write it in clear: it is no secret, and the review compares it between stacks";
    return "write it in clear, because the review has to read it; if it is a secret, put it under ringfence:secrets";
}

/** Secrets that stand in the file for everybody to read. Their values are never repeated. */
export function secretsInClear(source: ConfigSource): readonly Fault[] {
    const { values, secret, encryptedPaths } = source;
    const declared = values[secretsKey];
    if (declared === null || typeof declared !== "object" || Array.isArray(declared)) return [];
    return Object.keys(declared).flatMap((name) => {
        const path = [secretsKey, name, "value"];
        const value = valueAt(values, path);
        if (value === undefined || value === null || typeof value === "object") return [];
        const encrypted =
            encryptedPaths === undefined
                ? secret.has(secretsKey)
                : encryptedPaths.some((encrypted) => isWithin(path, encrypted));
        if (encrypted) return [];
        const command = `pulumi config set --secret --path '${keyText(path)}'`;
        return [fault(path, "a secret stands here in clear", `make a new one, this one is known; then \`${command}\``)];
    });
}

/** Whether the value at a path may be shown to a reader of messages. */
export function hides({ secret, encryptedPaths }: ConfigSource): (path: ConfigPath) => boolean {
    return (path) => {
        const [key = "", first] = path;
        if (key === secretsKey || (serviceKeys.has(key) && first === "variables")) return true;
        if (encryptedPaths === undefined) return secret.has(String(key));
        return encryptedPaths.some((encrypted) => isWithin(path, encrypted) || isWithin(encrypted, path));
    };
}

const fault = (path: ConfigPath, message: string, repair: string): Fault => ({
    key: keyText(path),
    path,
    message,
    repair,
    rule: "encryption",
    requirements: ["ORB-11"],
});
