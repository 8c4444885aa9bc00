import type { ResourceFacts, Value } from "../../facts";
import { field, figure, items, text, texts, unread } from "../read";
import { bulkSources, variablesOf } from "../variable";
import type { Volume, Workload } from "../workload";
import { one } from "./cloud-run";

/** A pod, or anything that makes pods from a template. */
export function asKubernetes(resource: ResourceFacts): Workload {
    const { inputs, type } = resource;
    const kind = type.split(":").at(-1);
    const pod = podOf(kind, inputs.spec);
    const containers = [...items(field(pod, "containers")), ...items(field(pod, "initContainers"))];
    const replicas = field(inputs, "spec", "replicas");
    const grace = field(pod, "terminationGracePeriodSeconds");
    const volumes = items(field(pod, "volumes"));
    return {
        resource,
        platform: "kubernetes",
        kind: kind === "Job" || kind === "CronJob" ? "job" : "service",
        name: text(field(inputs, "metadata", "name")) ?? resource.name,
        images: containers.flatMap((container) => field(container, "image") ?? []),
        identity: field(pod, "serviceAccountName") ?? field(pod, "serviceAccount"),
        variables: variablesOf(resource),
        secrets: [
            ...volumes.flatMap((volume) => field(volume, "secret", "secretName") ?? []),
            ...containers.flatMap(bulkSources),
        ],
        volumes: volumes.flatMap((volume): readonly Volume[] => {
            const path = text(field(volume, "name")) ?? "volume";
            return [
                ...one("named", field(volume, "persistentVolumeClaim", "claimName"), path),
                ...one("file-share", field(volume, "nfs", "server"), path),
                ...one("host-path", field(volume, "hostPath", "path"), path),
            ];
        }),
        networks: [],
        labels: texts(field(inputs, "metadata", "labels")),
        scaling: { min: figure(replicas), max: kind === "Pod" ? 1 : figure(replicas) },
        unread: unread({ scaling: [replicas], grace: [grace] }),
        timeout: undefined,
        // https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
        grace: figure(grace) ?? 30,
        open: undefined,
        probed: containers.some((container) =>
            ["readinessProbe", "livenessProbe", "startupProbe"].some((probe) => field(container, probe) !== undefined),
        ),
    };
}

function podOf(kind: string | undefined, spec: Value | undefined): Value | undefined {
    if (kind === "Pod") return spec;
    if (kind === "CronJob") return field(spec, "jobTemplate", "spec", "template", "spec");
    return field(spec, "template", "spec");
}
