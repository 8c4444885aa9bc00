import type { ResourceFacts, Value } from "../../facts";
import { field, figure, items, text, unread } from "../read";
import { variablesOf } from "../variable";
import type { Volume, Workload } from "../workload";
import { one } from "./cloud-run";

/** A Docker container, or a Swarm service, whose container lies under `taskSpec`. */
export function asContainer(resource: ResourceFacts): Workload {
    const { inputs } = resource;
    const task = field(inputs, "taskSpec");
    const spec = field(task, "containerSpec") ?? inputs;
    const image = field(spec, "image");
    return {
        resource,
        platform: "docker",
        kind: "service",
        name: text(inputs.name) ?? resource.name,
        images: image === undefined ? [] : [image],
        identity: undefined,
        variables: variablesOf(resource),
        secrets: items(field(spec, "secrets")).flatMap((secret) => field(secret, "secretName") ?? []),
        volumes: [...volumesOf(inputs.volumes), ...mountsOf(field(spec, "mounts"))],
        networks: [
            ...items(inputs.networksAdvanced ?? field(task, "networksAdvanceds")).flatMap(
                (network) => field(network, "name") ?? [],
            ),
            ...(inputs.networkMode === undefined ? [] : [inputs.networkMode]),
        ],
        labels: Object.fromEntries(
            items(field(spec, "labels")).flatMap((label) => {
                const name = text(field(label, "label"));
                const value = text(field(label, "value"));
                return name === undefined || value === undefined ? [] : [[name, value]];
            }),
        ),
        scaling: {},
        unread: unread({ grace: [inputs.destroyGraceSeconds] }),
        timeout: undefined,
        // Docker's own ten seconds: https://docs.docker.com/reference/cli/docker/container/stop/
        grace: figure(inputs.destroyGraceSeconds) ?? 10,
        open: undefined,
        probed: field(spec, "healthcheck") !== undefined,
    };
}

const volumesOf = (volumes: Value | undefined): readonly Volume[] =>
    items(volumes).flatMap((volume) => {
        const path = text(field(volume, "containerPath")) ?? "volume";
        return [
            ...one("named", field(volume, "volumeName") ?? field(volume, "fromContainer"), path),
            ...one("host-path", field(volume, "hostPath"), path),
        ];
    });

const mountsOf = (mounts: Value | undefined): readonly Volume[] =>
    items(mounts).flatMap((mount) => {
        const path = text(field(mount, "target")) ?? "mount";
        const kind = field(mount, "type") === "bind" ? "host-path" : "named";
        return field(mount, "type") === "tmpfs" ? [] : one(kind, field(mount, "source"), path);
    });
