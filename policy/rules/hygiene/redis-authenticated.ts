import type { Rule } from "../../rule";
import { caches } from "../../views";

export const redisAuthenticated: Rule = {
    name: "redis-authenticated",
    kind: "hygiene",
    forbids: "No Redis may let clients in that do not prove who they are.",
    why: "Sessions and queues lie in it, and everything on the network could read and fill them.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORB-10", "ACG-10"],
    repair: "Set `authEnabled: true`, or IAM authentication on a cluster; of a container, `requirepass` in its configuration.",
    platforms: ["gcp", "docker"],
    *check(scope) {
        for (const { resource, authenticates } of caches(scope)) {
            if (authenticates === false) yield { urn: resource.urn, message: "The cache asks no client who it is." };
        }
    },
};
