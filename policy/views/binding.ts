import type { ResourceFacts } from "../facts";
import type { Scope } from "../rule";
import { unprovenOrigin } from "./origin";
import { field, items, text } from "./read";
import { survey } from "./survey";
import type { Variable } from "./variable";

/** What a Cloudflare Worker is bound to, by the key that names it: https://developers.cloudflare.com/workers/runtime-apis/bindings/ */
const stores: Readonly<Record<string, string>> = {
    d1: "databaseId",
    kv_namespace: "namespaceId",
    r2_bucket: "bucketName",
    hyperdrive: "id",
    queue: "queueName",
    durable_object_namespace: "scriptName",
    vectorize: "indexName",
    service: "service",
};

/** Why the data that a Worker is bound to cannot be said to be this environment's. */
export function unprovenBinding(scope: Scope, { inputs }: ResourceFacts, { name }: Variable): string | undefined {
    for (const binding of items(inputs.bindings)) {
        if (text(field(binding, "name")) !== name) continue;
        const key = stores[text(field(binding, "type")) ?? ""];
        const store = key === undefined ? undefined : field(binding, key);
        const unproven = unprovenOrigin(scope, store);
        if (unproven !== undefined) return unproven;
        const written = text(store);
        if (written === undefined || survey(scope).names.has(written)) continue;
        return "it is bound by a name that no resource of this stack has";
    }
    return undefined;
}
