import { isWithin } from "./config-path";
import type { ConfigSource } from "./config-source";
import { encryptedFaults, hides, secretsInClear } from "./encryption";
import type { Fault } from "./fault";
import { environmentRules, faultsOf } from "./rules";
import {
    type Concern,
    type Concerns,
    concernNames,
    concerns,
    type Environment,
    type GoogleCloudLocation,
    googleCloud,
    namespace,
} from "./schema/environment";
import { shapeFaults, unknownKey } from "./shape";

export type Reading =
    | { readonly environment: Environment; readonly faults: readonly [] }
    | { readonly environment: undefined; readonly faults: readonly Fault[] };

/**
 * The environment that a stack's configuration describes, or everything that is wrong with it at once: unknown keys,
 * the shape of each value, what is encrypted and should not be and the reverse, and the rules over several values.
 * Rules run on the concerns that have no fault of their own.
 */
export function readEnvironment(stack: string, source: ConfigSource): Reading {
    const encryption = [...encryptedFaults(source), ...secretsInClear(source)];
    const shape: Fault[] = [];
    const sound: Record<string, unknown> = {};
    for (const concern of concernNames) {
        const key = `${namespace}:${concern}`;
        const value = own(source, key);
        const result = concerns.shape[concern].safeParse(value);
        if (!result.success)
            shape.push(...shapeFaults(concerns.shape[concern], key, value, result.error.issues, hides(source)));
        else if (!encryption.some((fault) => fault.path[0] === key)) sound[concern] = result.data;
    }
    const { gcp, faults: location } = readLocation(source, sound.platform);
    const environment = { name: stack, ...(sound as Partial<Concerns>) };
    const faults = [
        ...unknownConcerns(source),
        ...notAlreadySaid(encryption, [...shape, ...location]),
        ...environmentRules.flatMap((rule) => faultsOf(rule, environment)),
    ];
    if (faults.length > 0) return { environment: undefined, faults };
    // No fault: every concern is there, and the location too.
    const whole = { ...(environment as Concerns & { name: string }), gcp: gcp as GoogleCloudLocation };
    return { environment: { ...whole, encrypted: encryptedConcerns(source) }, faults: [] };
}

const own = ({ values }: ConfigSource, key: string): unknown => (Object.hasOwn(values, key) ? values[key] : undefined);

/** What is wrong with a value's shape need not be said of a value that must not stand there at all. */
function notAlreadySaid(encryption: readonly Fault[], shape: readonly Fault[]): readonly Fault[] {
    const unheard = shape.filter((fault) => !encryption.some(({ path }) => isWithin(fault.path, path)));
    return [...encryption, ...unheard];
}

function unknownConcerns({ values }: ConfigSource): readonly Fault[] {
    const prefix = `${namespace}:`;
    const names = Object.keys(values).filter((key) => key.startsWith(prefix));
    return names
        .map((key) => key.slice(prefix.length))
        .filter((name) => !Object.hasOwn(concerns.shape, name))
        .map((name) => ({
            key: prefix + name,
            path: [prefix + name],
            ...unknownKey(name, concernNames),
        }));
}

/** `gcp:project` and `gcp:region`, which an environment on Google Cloud needs. */
function readLocation(source: ConfigSource, platform: unknown) {
    if (platform !== "gcp") return { gcp: undefined, faults: [] };
    const faults: Fault[] = [];
    const gcp: Record<string, unknown> = {};
    for (const name of ["project", "region"] as const) {
        const key = `gcp:${name}`;
        const value = own(source, key);
        const result = googleCloud.shape[name].safeParse(value);
        if (result.success) gcp[name] = result.data;
        else faults.push(...shapeFaults(googleCloud.shape[name], key, value, result.error.issues, hides(source)));
    }
    return { gcp, faults };
}

function encryptedConcerns({ secret }: ConfigSource): ReadonlySet<Concern> {
    return new Set(concernNames.filter((concern) => secret.has(`${namespace}:${concern}`)));
}
