import type { ResourceFacts } from "../facts";
import type { PlatformName, Scope } from "../rule";
import { publishedBy, runsServer } from "./databases/container";
import { filesOf } from "./docker/delivered";
import { pieces } from "./pieces";
import { type Answer, answer, type Protection, protection } from "./protection";
import { isUnknown, items, text } from "./read";
import { judged } from "./survey";
import { asWorkload, type Workload } from "./workload";

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
    judged(scope).flatMap((resource) => (resource.external ? [] : (asCache(scope, resource) ?? [])));

function asCache(scope: Scope, resource: ResourceFacts): Cache | undefined {
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
            return containerOf(scope, resource);
    }
}

function managed(resource: ResourceFacts, encryptsTransit: Answer, authenticates: Answer, kept: Protection): Cache {
    return { resource, platform: "gcp", encryptsTransit, authenticates, openings: [], ...kept };
}

const cacheImages = /(^|\/)(redis|redis-stack(-server)?|valkey|keydb|dragonfly)(:|@|$)/;

function containerOf(scope: Scope, resource: ResourceFacts): Cache | undefined {
    const workload = asWorkload(resource);
    if (workload === undefined || workload.platform === "gcp" || !runsServer(workload)) return undefined;
    if (!workload.images.some((name) => cacheImages.test(text(name) ?? ""))) return undefined;
    return {
        resource,
        platform: workload.platform,
        encryptsTransit: true,
        authenticates: workload.platform === "docker" ? asksForPassword(scope, workload) : true,
        openings: publishedBy(resource),
        protected: true,
        removable: true,
    };
}

/** By Redis' own words: https://redis.io/docs/latest/operate/oss_and_stack/management/security/#authentication */
const passwordSetting = /^\s*(--)?(requirepass|aclfile|user\s+default\s+on)\b/m;
/** By variables of images that set it up by them. */
const passwordVariable = /^(REDIS|VALKEY|KEYDB)_PASSWORD(_FILE)?$/;

/** In its arguments, or in the configuration that the stack writes for it; nothing where that is not known yet. */
function asksForPassword(scope: Scope, { resource, variables }: Workload): Answer {
    const { command, entrypoints } = resource.inputs;
    const given = [...items(command), ...items(entrypoints), ...filesOf(scope, resource).map(({ value }) => value)];
    if (given.some((value) => passwordSetting.test(pieces(value).text))) return true;
    if (variables.some(({ name }) => passwordVariable.test(name))) return true;
    return given.some((value) => isUnknown(value) && value.text === "") ? undefined : false;
}
