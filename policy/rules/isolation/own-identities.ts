import type { Rule } from "../../rule";
import { asWorkload, foreignMember, judged, unprovenOrigin, uses } from "../../views";

export const ownIdentities: Rule = {
    name: "own-identities",
    kind: "isolation",
    forbids: "Whatever runs or calls must do so as an identity of its own environment.",
    why: "Code that runs as another environment's identity may do everything that the other may.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ACG-10", "VOX-3"],
    repair: "Give it a service account that this stack registers (`account.email`).",
    platforms: ["gcp", "kubernetes"],
    *check(scope) {
        for (const resource of judged(scope)) {
            if (resource.external) continue;
            for (const { kind, path, value, ...at } of uses(resource)) {
                if (kind !== "identity" || typeof value === "number" || typeof value === "boolean") continue;
                const why = foreignMember(scope, resource, at, value);
                if (why !== undefined)
                    yield { urn: resource.urn, message: `The identity at ${path} is not this environment's: ${why}.` };
            }
            const workload = asWorkload(resource);
            if (workload?.platform !== "kubernetes") continue;
            const why = unprovenOrigin(scope, workload.identity);
            if (why !== undefined)
                yield { urn: resource.urn, message: `Its service account is not this environment's: ${why}.` };
        }
    },
};
