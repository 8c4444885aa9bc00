import { Partial, type ResourceFacts, type Value } from "../../facts";
import { asDockerContainer, labelsOf, type Mount, specOf } from "../docker/container";
import { field, flag, inSeconds, items, text, unread } from "../read";
import { variablesOf } from "../variable";
import type { Volume, Workload } from "../workload";
import { one } from "./cloud-run";

/** A Docker container, or a Swarm service. */
export function asContainer(resource: ResourceFacts): Workload {
    const { inputs } = resource;
    const spec = specOf(inputs);
    const image = field(spec, "image");
    const grace = inputs.destroyGraceSeconds ?? field(spec, "stopGracePeriod");
    return {
        resource,
        platform: "docker",
        kind: kindOf(resource),
        name: text(inputs.name) ?? resource.name,
        images: image === undefined ? [] : [image],
        identity: undefined,
        variables: variablesOf(resource),
        secrets: items(field(spec, "secrets")).flatMap((secret) => field(secret, "secretName") ?? []),
        volumes: (asDockerContainer(resource)?.mounts ?? []).flatMap(asVolume),
        networks: networksOf(inputs),
        labels: labelsOf(spec),
        scaling: {},
        unread: unread({ grace: [grace] }),
        timeout: undefined,
        grace: inSeconds(grace) ?? usualGrace(resource),
        open: undefined,
        probed: field(spec, "healthcheck") !== undefined,
    };
}

/**
 * The provider kills at once unless it is told to wait:
 * https://github.com/kreuzwerker/terraform-provider-docker/blob/master/docs/resources/container.md
 * A swarm waits ten seconds: https://docs.docker.com/reference/cli/docker/service/create/
 */
const usualGrace = ({ type }: ResourceFacts): number => (type.endsWith(":Service") ? 10 : 0);

/** One that need not be running is waited for until it ends; one that is not started holds files for others. */
function kindOf(resource: ResourceFacts): Workload["kind"] {
    if (asDockerContainer(resource)?.started === false) return "files";
    const { mustRun, attach } = resource.inputs;
    return flag(mustRun) === false && flag(attach) === true ? "job" : "service";
}

const asVolume = ({ from, source, path }: Mount): readonly Volume[] => {
    switch (from) {
        case "volume":
            return one("named", source, path);
        case "container":
            return one("lent", source, path);
        case "host":
            return one("host-path", source, path);
        // It is made for the container and goes with it.
        case "anonymous":
            return [];
    }
};

/** Networks by name, and the mode where it says more: `host`, `container:<name>`, a network of that name. */
function networksOf(inputs: ResourceFacts["inputs"]): readonly Value[] {
    const joined = inputs.networksAdvanced ?? field(inputs, "taskSpec", "networksAdvanceds");
    const networks = items(joined).flatMap((network) => field(network, "name") ?? []);
    const { networkMode } = inputs;
    // The engine is told to use its bridge where nothing is said, and the provider leaves that for the networks given.
    const unsaid = networkMode === undefined || networkMode === null || usual.has(networkMode);
    if (!unsaid) return [...networks, networkMode];
    if (networks.length > 0 || joined instanceof Partial || inputs.taskSpec !== undefined) return networks;
    return ["bridge"];
}

const usual: ReadonlySet<Value> = new Set(["", "bridge", "default"]);
