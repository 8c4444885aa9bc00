import type { ResourceFacts, Value } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import { asWorkload, judged, unprovenName, unprovenOrigin, uses, variablesOf } from "../../views";

export const ownSecrets: Rule = {
    name: "own-secrets",
    kind: "isolation",
    forbids: "Every secret that something reads must be in the vault of its own environment.",
    why: "A secret of another environment opens that environment.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "ORB-11", "VOX-3"],
    repair: "Refer to a secret that this stack registers (`secret.secretId`), or name one in the environment's own project.",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        for (const resource of judged(scope)) {
            if (resource.external) continue;
            const told = new Set<Value>();
            for (const { name, secret, property } of variablesOf(resource)) {
                if (secret === undefined) continue;
                told.add(secret);
                yield* judge(
                    scope,
                    resource,
                    { property, key: "secret" },
                    secret,
                    `The secret of the variable ${name}`,
                );
            }
            for (const { kind, path, value, ...at } of uses(resource)) {
                if (kind !== "secret" || told.has(value)) continue;
                told.add(value);
                yield* judge(scope, resource, at, value, `The secret at ${path}`);
            }
            for (const secret of asWorkload(resource)?.secrets ?? []) {
                if (told.has(secret)) continue;
                yield* judge(scope, resource, { property: "" }, secret, "A secret that is mounted");
            }
        }
    },
};

function* judge(
    scope: Scope,
    resource: ResourceFacts,
    at: { readonly property: string; readonly key?: string },
    secret: Value,
    called: string,
): Generator<Finding> {
    const why = unprovenOrigin(scope, secret) ?? unprovenName(scope, resource, at, secret);
    if (why !== undefined) yield { urn: resource.urn, message: `${called} is not this environment's: ${why}.` };
}
