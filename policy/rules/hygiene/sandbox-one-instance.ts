import type { ResourceFacts } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import { asDockerContainer, workloads } from "../../views";

export const sandboxOneInstance: Rule = {
    name: "sandbox-one-instance",
    kind: "hygiene",
    forbids: "A service of a sandbox may have at most one instance, and none that runs while it is idle.",
    why: "A sandbox that scales costs money that nobody meant to spend.",
    level: "mandatory",
    severity: "low",
    requirements: ["MVA-2"],
    repair: "Leave `instances` out of the stack file, or set `min: 0` and `max: 1`.",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        if (scope.environment.tier !== "sandbox") return;
        yield* severalContainers(scope);
        for (const { resource, kind, name, platform, scaling, unread } of workloads(scope)) {
            if (kind === "job" || kind === "edge" || platform === "docker" || unread.has("scaling")) continue;
            const { urn } = resource;
            if (scaling.max !== undefined && scaling.max > 1)
                yield { urn, message: `"${name}" may have ${scaling.max} instances in a sandbox.` };
            if (platform !== "gcp") continue;
            if (scaling.max === undefined)
                yield { urn, message: `"${name}" may have as many instances as it likes in a sandbox.` };
            if ((scaling.min ?? 0) > 0) yield { urn, message: `"${name}" keeps an instance running while it is idle.` };
        }
    },
};

/** A container is one instance, and those that answer to one name are one service's. */
function* severalContainers(scope: Scope): Generator<Finding> {
    const answering = new Map<string, ResourceFacts[]>();
    for (const { resource, kind } of workloads(scope)) {
        if (kind !== "service") continue;
        for (const alias of asDockerContainer(resource)?.aliases ?? [])
            answering.set(alias, [...(answering.get(alias) ?? []), resource]);
    }
    for (const [alias, [first, ...others]] of answering) {
        if (first === undefined || others.length === 0) continue;
        yield { urn: first.urn, message: `"${alias}" has ${others.length + 1} instances in a sandbox.` };
    }
}
