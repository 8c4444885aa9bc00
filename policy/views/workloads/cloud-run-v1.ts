import type { ResourceFacts } from "../../facts";
import { field, figure, inSeconds, items, text, texts, unread } from "../read";
import { variablesOf } from "../variable";
import type { Workload } from "../workload";
import { one } from "./cloud-run";

/** Cloud Run's first API, in Knative's shape: much is said in annotations. */
export function asKnativeService(resource: ResourceFacts): Workload {
    const { inputs } = resource;
    const spec = field(inputs, "template", "spec");
    const notes = field(inputs, "template", "metadata", "annotations");
    const containers = items(field(spec, "containers"));
    const volumes = items(field(spec, "volumes"));
    const sql = text(field(notes, "run.googleapis.com/cloudsql-instances"));
    const connector = field(notes, "run.googleapis.com/vpc-access-connector");
    const least = field(notes, "autoscaling.knative.dev/minScale");
    const most = field(notes, "autoscaling.knative.dev/maxScale");
    const timeout = field(spec, "timeoutSeconds");
    return {
        resource,
        platform: "gcp",
        kind: "service",
        name: text(inputs.name) ?? resource.name,
        images: containers.flatMap((container) => field(container, "image") ?? []),
        identity: field(spec, "serviceAccountName"),
        variables: variablesOf(resource),
        secrets: volumes.flatMap((volume) => field(volume, "secret", "secretName") ?? []),
        volumes: [
            ...(sql?.split(",") ?? []).flatMap((instance) => one("cloud-sql", instance, "cloudsql-instances")),
            ...volumes.flatMap((volume) => one("file-share", field(volume, "nfs", "server"), "volumes")),
        ],
        networks: connector === undefined ? [] : [connector],
        labels: {
            ...texts(field(inputs, "template", "metadata", "labels")),
            ...texts(field(inputs, "metadata", "labels")),
        },
        unread: unread({ scaling: [least, most], timeout: [timeout] }),
        scaling: {
            min: figure(least),
            max: figure(most),
            concurrency: figure(field(spec, "containerConcurrency")),
        },
        timeout: inSeconds(timeout),
        grace: undefined,
        open: field(inputs, "metadata", "annotations", "run.googleapis.com/invoker-iam-disabled"),
        probed: containers.some((container) => field(container, "startupProbe") ?? field(container, "livenessProbe")),
    };
}
