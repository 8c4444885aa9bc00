import type { ResourceFacts } from "../facts";
import { type Leaf, leavesOf } from "./walk";

/** A property by which a resource uses another one: the network it is on, the identity it runs as, the data it is fed. */
export interface Use {
    readonly kind: "network" | "identity" | "secret" | "data";
    readonly property: string;
    readonly key: string;
    readonly path: string;
    readonly value: Leaf["value"];
}

/**
 * Google Cloud's words for them, whatever the type of the resource, so that a type that nobody thought of is judged too.
 * https://cloud.google.com/apis/design/resource_names
 */
const kinds: readonly (readonly [Use["kind"], RegExp])[] = [
    [
        "network",
        /^(network|subnetwork|privateNetwork|authorizedNetwork|peerNetwork|consumerNetwork|vpcConnector|connector|networkUrl|networkAttachment)$/,
    ],
    ["identity", /^(serviceAccount|serviceAccountEmail|serviceAccountName|runAsServiceAccount|serviceAccountId)$/],
    ["secret", /^(secret|secretName|secretVersion|\w+SecretVersion|\w+SecretName)$/],
    [
        "data",
        /^(instance|instances|masterInstanceName|sourceInstanceName|sourceProject|instanceId|primaryCluster|primaryClusterName|cluster|database|backupName|topic|pubsubTopic|topicName|destination|dataset|datasetId|queue)$/,
    ],
];

/** Whether a property names a bucket of Cloud Storage, whose names all of Google Cloud shares. */
export const isBucketKey = (key: string): boolean => /^(bucket|bucketName|\w+Bucket|\w+BucketName)$/.test(key);

const found = new WeakMap<ResourceFacts, readonly Use[]>();

/** What a Google Cloud resource uses of others. */
export function uses(resource: ResourceFacts): readonly Use[] {
    let all = found.get(resource);
    if (all === undefined) {
        all = resource.type.startsWith("gcp:") ? leavesOf(resource).flatMap((leaf) => asUse(resource, leaf)) : [];
        found.set(resource, all);
    }
    return all;
}

function asUse(resource: ResourceFacts, leaf: Leaf): readonly Use[] {
    const { property, key, above, path, value } = leaf;
    if (typeof value === "boolean" || typeof value === "number") return [];
    // Of a grant, `secretId` names the secret that it opens; of a secret, it is its own name.
    if (key === "secretId" && isGrantType(resource.type)) return [{ kind: "secret", property, key, path, value }];
    if (key === "email" && /^serviceAccounts?$/.test(above)) return [{ kind: "identity", property, key, path, value }];
    const kind = kindOf(key);
    return kind === undefined ? [] : [{ kind, property, key, path, value }];
}

const known = new Map<string, Use["kind"] | null>();

function kindOf(key: string): Use["kind"] | undefined {
    let kind = known.get(key);
    if (kind === undefined) {
        kind = isBucketKey(key) ? "data" : (kinds.find(([, pattern]) => pattern.test(key))?.[0] ?? null);
        known.set(key, kind);
    }
    return kind ?? undefined;
}

export const isGrantType = (type: string): boolean => /^gcp:.*:\w*iam(Member|Binding|Policy)$/i.test(type);
