import type { Rule } from "../../rule";
import { asDockerContainer, judged } from "../../views";

export const containersLimited: Rule = {
    name: "containers-limited",
    kind: "hygiene",
    forbids: "No container should run without a limit to its memory and to its logs.",
    why: "Environments share a host: one that leaks, or talks without end, takes the others down with it.",
    level: "advisory",
    severity: "medium",
    requirements: ["ORB-14", "ORB-16"],
    repair: "Set `memory`, and `logOpts` with `max-size` and `max-file`.",
    platforms: ["docker"],
    *check(scope) {
        for (const resource of judged(scope)) {
            const container = resource.external ? undefined : asDockerContainer(resource);
            if (container?.started !== true) continue;
            const { memory, logs } = container.limited;
            const missing = [...(memory ? [] : ["memory"]), ...(logs ? [] : ["logs"])];
            if (missing.length > 0)
                yield { urn: resource.urn, message: `Nothing limits its ${missing.join(" and its ")}.` };
        }
    },
};
