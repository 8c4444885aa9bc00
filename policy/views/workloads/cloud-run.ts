import type { ResourceFacts, Value } from "../../facts";
import { field, figure, inSeconds, items, text, texts } from "../read";
import { variablesOf } from "../variable";
import type { Volume, Workload } from "../workload";

/** Cloud Run's second API: services, jobs (whose template holds another template) and worker pools. */
export function asCloudRun(resource: ResourceFacts): Workload {
    const { inputs, type } = resource;
    const template = field(inputs, "template");
    const job = type.endsWith(":Job");
    const task = job ? field(template, "template") : template;
    const containers = items(field(task, "containers"));
    const revisionScaling = field(task, "scaling");
    const serviceScaling = field(inputs, "scaling");
    return {
        resource,
        platform: "gcp",
        kind: job ? "job" : type.endsWith(":Service") ? "service" : "pool",
        name: text(inputs.name) ?? resource.name,
        images: containers.flatMap((container) => field(container, "image") ?? []),
        identity: field(task, "serviceAccount"),
        variables: variablesOf(resource),
        secrets: items(field(task, "volumes")).flatMap((volume) => field(volume, "secret", "secret") ?? []),
        volumes: volumesOf(task),
        networks: networksOf(field(task, "vpcAccess")),
        labels: { ...texts(field(task, "labels")), ...texts(inputs.labels) },
        scaling: {
            min:
                figure(field(revisionScaling, "minInstanceCount")) ?? figure(field(serviceScaling, "minInstanceCount")),
            max: least(
                figure(field(revisionScaling, "maxInstanceCount")),
                figure(field(serviceScaling, "maxInstanceCount")),
                figure(field(serviceScaling, "manualInstanceCount")),
            ),
            concurrency: figure(field(task, "maxInstanceRequestConcurrency")),
            concurrencyUtilization: figure(field(revisionScaling, "concurrencyUtilization")),
            cpuUtilization: figure(field(revisionScaling, "cpuUtilization")),
        },
        timeout: inSeconds(field(task, "timeout")),
        grace: undefined,
        open: inputs.invokerIamDisabled,
        probed: containers.some((container) =>
            ["startupProbe", "livenessProbe", "readinessProbe"].some((probe) => field(container, probe) !== undefined),
        ),
    };
}

const least = (...figures: readonly (number | undefined)[]): number | undefined => {
    const given = figures.filter((figure) => figure !== undefined);
    return given.length === 0 ? undefined : Math.min(...given);
};

function volumesOf(task: Value | undefined): readonly Volume[] {
    return items(field(task, "volumes")).flatMap((volume): Volume[] => {
        const path = text(field(volume, "name")) ?? "volume";
        return [
            ...items(field(volume, "cloudSqlInstance", "instances")).map(
                (source): Volume => ({ kind: "cloud-sql", source, path }),
            ),
            ...one("bucket", field(volume, "gcs", "bucket"), path),
            ...one("file-share", field(volume, "nfs", "server"), path),
        ];
    });
}

export const one = (kind: Volume["kind"], source: Value | undefined, path: string): readonly Volume[] =>
    source === undefined ? [] : [{ kind, source, path }];

export function networksOf(access: Value | undefined): readonly Value[] {
    return [
        field(access, "connector"),
        ...items(field(access, "networkInterfaces")).flatMap((at) => [field(at, "network"), field(at, "subnetwork")]),
    ].filter((network) => network !== undefined);
}
