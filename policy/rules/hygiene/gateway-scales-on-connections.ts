import type { Rule } from "../../rule";
import { gateways } from "../../views/gateway";

export const gatewayScalesOnConnections: Rule = {
    name: "gateway-scales-on-connections",
    kind: "hygiene",
    forbids: "A WebSocket gateway must scale on its open connections and on nothing else.",
    why: "A call that waits for a word costs no CPU, so CPU says nothing of how full the gateway is.",
    level: "mandatory",
    severity: "medium",
    requirements: ["VOX-2", "ORB-7"],
    repair: "Set `concurrencyUtilization` and `cpuUtilization: 0` in the scaling of its revision.",
    platforms: ["gcp"],
    *check(scope) {
        for (const { workload } of gateways(scope)) {
            const { resource, platform, kind, scaling, unread, name } = workload;
            if (platform !== "gcp" || kind !== "service" || unread.has("scaling")) continue;
            const onConnections = (scaling.concurrencyUtilization ?? 0) > 0;
            if (!onConnections)
                yield { urn: resource.urn, message: `"${name}" does not scale on its open connections.` };
            if (scaling.cpuUtilization !== 0) yield { urn: resource.urn, message: `"${name}" scales on its CPU.` };
        }
    },
};
