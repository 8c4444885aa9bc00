import { isDeclaredExporter } from "../../declared/exporters";
import type { Rule } from "../../rule";
import { asDockerContainer, workloads } from "../../views";

export const servicesHealthChecked: Rule = {
    name: "services-health-checked",
    kind: "hygiene",
    forbids: "No service should run without a health check of its own.",
    why: "Without one the platform sends callers to an instance that is up but cannot answer.",
    level: "advisory",
    severity: "medium",
    requirements: ["ORB-9", "ORB-14"],
    repair: "Give it a probe of its health path (`startupProbe` and `livenessProbe`, `healthcheck`).",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        for (const { resource, kind, name, probed } of workloads(scope)) {
            if (kind !== "service" || probed) continue;
            const container = asDockerContainer(resource);
            if (container === undefined || !isDeclaredExporter(scope, container))
                yield { urn: resource.urn, message: `Nothing checks whether "${name}" answers.` };
        }
    },
};
