import { isWithin } from "./config-path";
import type { ConfigSource } from "./config-source";
import { encryptedFaults, hides, secretsInClear } from "./encryption";
import type { Fault } from "./fault";
import { unreadKeys, unsaidHost } from "./provider-keys";
import { environmentRules, faultsOf } from "./rules";
import {
    type Concern,
    type Concerns,
    concernNames,
    concerns,
    dockerEngine,
    type Environment,
    googleCloud,
    type Location,
    namespace,
} from "./schema/environment";
import { shapeFaults, unknownKey } from "./shape";
import type { Tier } from "./tier";

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
    const { location, faults: misplaced } = readLocation(source, sound.platform);
    const environment = { name: stack, ...(sound as Partial<Concerns>) };
    const faults = [
        ...unknownConcerns(source),
        ...unreadKeys(source),
        ...unsaidHost(source, sound.platform, sound.tier as Tier | undefined),
        ...notAlreadySaid(encryption, [...shape, ...misplaced]),
        ...environmentRules.flatMap((rule) => faultsOf(rule, environment)),
    ];
    if (faults.length > 0) return { environment: undefined, faults };
    // No fault: every concern is there, and the location too.
    const whole = { ...(environment as Concerns & { name: string }), ...(location as unknown as Location) };
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

/** The keys of the platform's own provider that say where the environment lives. */
const locations = { gcp: googleCloud, docker: dockerEngine } as const;

/** `gcp:project` and `gcp:region` of an environment on Google Cloud, `docker:host` of one on Docker. */
function readLocation(source: ConfigSource, platform: unknown) {
    if (platform !== "gcp" && platform !== "docker") return { location: undefined, faults: [] };
    const faults: Fault[] = [];
    const found: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(locations[platform].shape)) {
        const key = `${platform}:${name}`;
        const value = own(source, key);
        const result = schema.safeParse(value);
        if (result.success) found[name] = result.data;
        else faults.push(...shapeFaults(schema, key, value, result.error.issues, hides(source)));
    }
    return { location: { platform, [platform]: found }, faults };
}

function encryptedConcerns({ secret }: ConfigSource): ReadonlySet<Concern> {
    return new Set(concernNames.filter((concern) => secret.has(`${namespace}:${concern}`)));
}
