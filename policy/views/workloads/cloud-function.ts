import type { ResourceFacts } from "../../facts";
import { field, figure, inSeconds, items, text, texts, unread } from "../read";
import { secretName, variablesOf } from "../variable";
import type { Workload } from "../workload";

/** Cloud Functions, both generations: the first writes at the top what the second writes under `serviceConfig`. */
export function asCloudFunction(resource: ResourceFacts): Workload {
    const { inputs } = resource;
    const config = inputs.serviceConfig ?? inputs;
    const least = field(config, "minInstanceCount") ?? inputs.minInstances;
    const most = field(config, "maxInstanceCount") ?? inputs.maxInstances;
    const timeout = field(config, "timeoutSeconds") ?? inputs.timeout;
    return {
        resource,
        platform: "gcp",
        kind: "function",
        name: text(inputs.name) ?? resource.name,
        images: [],
        identity: field(config, "serviceAccountEmail"),
        variables: variablesOf(resource),
        secrets: items(field(config, "secretVolumes")).flatMap((volume) => secretName(volume) ?? []),
        volumes: [],
        networks: [],
        labels: texts(inputs.labels),
        unread: unread({ scaling: [least, most], timeout: [timeout] }),
        scaling: {
            min: figure(least),
            max: figure(most),
            concurrency: figure(field(config, "maxInstanceRequestConcurrency")),
        },
        timeout: inSeconds(timeout),
        grace: undefined,
        open: undefined,
        probed: false,
    };
}
