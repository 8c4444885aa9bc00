import type { ResourceFacts } from "../facts";
import type { PlatformName, Scope } from "../rule";
import { publishedPorts } from "./databases/container";
import { type Answer, answer, type Protection, protection } from "./protection";
import { text } from "./read";
import { judged } from "./survey";
import { asWorkload } from "./workload";

/** A Redis, or what speaks its language. */
export interface Cache extends Protection {
    readonly resource: ResourceFacts;
    readonly platform: PlatformName;
    readonly encryptsTransit: Answer;
    /** Whether a client must prove who it is. */
    readonly authenticates: Answer;
    readonly openings: readonly string[];
}

export const caches = (scope: Scope): readonly Cache[] =>
    judged(scope).flatMap((resource) => (resource.external ? [] : (asCache(resource) ?? [])));

function asCache(resource: ResourceFacts): Cache | undefined {
    const { inputs } = resource;
    switch (resource.type) {
        case "gcp:redis/instance:Instance":
            return managed(
                resource,
                answer(inputs.transitEncryptionMode, (mode) => mode === "SERVER_AUTHENTICATION"),
                answer(inputs.authEnabled, (enabled) => enabled === true),
                protection(resource, "deletionProtection", false),
            );
        case "gcp:redis/cluster:Cluster":
            return managed(
                resource,
                answer(
                    inputs.transitEncryptionMode,
                    (mode) => mode === "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION",
                ),
                answer(inputs.authorizationMode, (mode) => mode === "AUTH_MODE_IAM_AUTH"),
                protection(resource, "deletionProtectionEnabled", true),
            );
        case "gcp:memorystore/instance:Instance":
            return managed(
                resource,
                answer(inputs.transitEncryptionMode, (mode) => mode === "SERVER_AUTHENTICATION"),
                answer(inputs.authorizationMode, (mode) => mode === "IAM_AUTH"),
                protection(resource, "deletionProtectionEnabled", true),
            );
        default:
            return containerOf(resource);
    }
}

function managed(resource: ResourceFacts, encryptsTransit: Answer, authenticates: Answer, kept: Protection): Cache {
    return { resource, platform: "gcp", encryptsTransit, authenticates, openings: [], ...kept };
}

const cacheImages = /(^|\/)(redis|redis-stack(-server)?|valkey|keydb|dragonfly)(:|@|$)/;

function containerOf(resource: ResourceFacts): Cache | undefined {
    const workload = asWorkload(resource);
    if (workload === undefined || workload.platform === "gcp") return undefined;
    if (!workload.images.some((name) => cacheImages.test(text(name) ?? ""))) return undefined;
    return {
        resource,
        platform: workload.platform,
        encryptsTransit: true,
        authenticates: true,
        openings: publishedPorts(resource).length > 0 ? ["a port of the host"] : [],
        protected: true,
        removable: true,
    };
}
