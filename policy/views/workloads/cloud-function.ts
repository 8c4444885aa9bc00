import type { ResourceFacts } from "../../facts";
import { field, figure, inSeconds, items, text, texts } from "../read";
import { variablesOf } from "../variable";
import type { Workload } from "../workload";

/** Cloud Functions, both generations: the first writes at the top what the second writes under `serviceConfig`. */
export function asCloudFunction(resource: ResourceFacts): Workload {
    const { inputs } = resource;
    const config = inputs.serviceConfig ?? inputs;
    const interfaces = items(field(config, "directVpcNetworkInterfaces"));
    return {
        resource,
        platform: "gcp",
        kind: "function",
        name: text(inputs.name) ?? resource.name,
        images: [],
        identity: field(config, "serviceAccountEmail"),
        variables: variablesOf(resource),
        secrets: items(field(config, "secretVolumes")).flatMap((volume) => field(volume, "secret") ?? []),
        volumes: [],
        networks: [
            field(config, "vpcConnector"),
            ...interfaces.flatMap((at) => [field(at, "network"), field(at, "subnetwork")]),
        ].filter((network) => network !== undefined),
        labels: texts(inputs.labels),
        scaling: {
            min: figure(field(config, "minInstanceCount") ?? inputs.minInstances),
            max: figure(field(config, "maxInstanceCount") ?? inputs.maxInstances),
            concurrency: figure(field(config, "maxInstanceRequestConcurrency")),
        },
        timeout: inSeconds(field(config, "timeoutSeconds") ?? inputs.timeout),
        grace: undefined,
        open: undefined,
        probed: false,
    };
}
