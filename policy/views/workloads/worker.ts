import type { ResourceFacts } from "../../facts";
import { text } from "../read";
import { variablesOf } from "../variable";
import type { Workload } from "../workload";

/** Code at Cloudflare's edge. */
export function asWorker(resource: ResourceFacts): Workload {
    const { inputs } = resource;
    return {
        resource,
        platform: "cloudflare",
        kind: "edge",
        name: text(inputs.scriptName) ?? text(inputs.name) ?? resource.name,
        images: [],
        identity: undefined,
        variables: variablesOf(resource),
        secrets: [],
        volumes: [],
        networks: [],
        labels: {},
        scaling: {},
        unread: new Set(),
        timeout: undefined,
        grace: undefined,
        open: undefined,
        probed: false,
    };
}
