import type { ResourceFacts, Value } from "../../facts";
import { field, figure, inSeconds, items, text, texts, unread } from "../read";
import { variablesOf } from "../variable";
import type { Volume, Workload } from "../workload";

/**
 * Cloud Run's second API: services, jobs (whose template holds another template) and worker pools. Its networks, Cloud SQL
 * instances and buckets have properties of their own, which `uses` reads.
 */
export function asCloudRun(resource: ResourceFacts): Workload {
    const { inputs, type } = resource;
    const template = field(inputs, "template");
    const job = type.endsWith(":Job");
    const task = job ? field(template, "template") : template;
    const containers = items(field(task, "containers"));
    const revisionScaling = field(task, "scaling");
    const serviceScaling = field(inputs, "scaling");
    const least = [field(revisionScaling, "minInstanceCount"), field(serviceScaling, "minInstanceCount")];
    const most = [
        field(revisionScaling, "maxInstanceCount"),
        field(serviceScaling, "maxInstanceCount"),
        field(serviceScaling, "manualInstanceCount"),
    ];
    const utilization = {
        concurrency: field(revisionScaling, "concurrencyUtilization"),
        cpu: field(revisionScaling, "cpuUtilization"),
    };
    const timeout = field(task, "timeout");
    return {
        resource,
        platform: "gcp",
        kind: job ? "job" : type.endsWith(":Service") ? "service" : "pool",
        name: text(inputs.name) ?? resource.name,
        images: containers.flatMap((container) => field(container, "image") ?? []),
        identity: field(task, "serviceAccount"),
        variables: variablesOf(resource),
        secrets: items(field(task, "volumes")).flatMap((volume) => field(volume, "secret", "secret") ?? []),
        volumes: items(field(task, "volumes")).flatMap((volume) =>
            one("file-share", field(volume, "nfs", "server"), text(field(volume, "name")) ?? "volume"),
        ),
        networks: [],
        labels: { ...texts(field(task, "labels")), ...texts(inputs.labels) },
        scaling: {
            min: Math.max(...least.map((count) => figure(count) ?? 0)),
            max: smallest(most.map(figure)),
            concurrency: figure(field(task, "maxInstanceRequestConcurrency")),
            concurrencyUtilization: figure(utilization.concurrency),
            cpuUtilization: figure(utilization.cpu),
        },
        unread: unread({ scaling: [...least, ...most, ...Object.values(utilization)], timeout: [timeout] }),
        timeout: inSeconds(timeout),
        grace: undefined,
        open: inputs.invokerIamDisabled,
        probed: containers.some((container) =>
            ["startupProbe", "livenessProbe", "readinessProbe"].some((probe) => field(container, probe) !== undefined),
        ),
    };
}

function smallest(figures: readonly (number | undefined)[]): number | undefined {
    const given = figures.filter((figure) => figure !== undefined);
    return given.length === 0 ? undefined : Math.min(...given);
}

export const one = (kind: Volume["kind"], source: Value | undefined, path: string): readonly Volume[] =>
    source === undefined ? [] : [{ kind, source, path }];
