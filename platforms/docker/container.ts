import { Container, type ContainerArgs, type types } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import type { Mebibytes, Seconds } from "../../environment/units";
import type { Engine } from "./engine";
import type { Files } from "./files";
import { labels } from "./labels";

/** What is said of a container beyond what all of them have in common. */
export interface ContainerDescription {
    /** Name on the host. Left out, one is made up for each, so that the next one can start before this one ends. */
    readonly containerName?: string | undefined;
    readonly image: string;
    /** Replaces the image's entry point. */
    readonly entryPoint?: readonly string[] | undefined;
    readonly command?: readonly string[] | undefined;
    readonly variables?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
    /** Beside those that everything has. Another value is another container. */
    readonly labels?: Readonly<Record<string, string>> | undefined;
    /** By name, each with the names that others find the container by. */
    readonly networks: readonly { readonly name: pulumi.Input<string>; readonly aliases: readonly string[] }[];
    readonly files?: readonly Files[] | undefined;
    /** Volumes that outlive the container, by the folder that each is mounted at. */
    readonly volumes?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
    /** Volumes that another container writes to, by the folder that each is mounted at; never writable here. */
    readonly sharedVolumes?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
    /** Folders and files of the host, by the path that each is found at; never writable. */
    readonly fromHost?: Readonly<Record<string, string>> | undefined;
    /** Folders of the host that it writes into, by the path that each is found at. They must be there. */
    readonly ontoHost?: Readonly<Record<string, string>> | undefined;
    /** Folders in memory that may be written, each with its size. */
    readonly scratch?: Readonly<Record<string, Mebibytes>> | undefined;
    /** Ports that the host publishes: address and port there, by the port of the container. */
    readonly ports?: Readonly<Record<number, { readonly address: string; readonly port: number }>> | undefined;
    readonly health?: HealthCheck | undefined;
    /** Whether a deployment goes on without waiting until it is healthy. Default: false. */
    readonly healthyLater?: boolean | undefined;
    /** Longest time until it is healthy, in seconds. Default: 3 minutes. */
    readonly readyWithin?: number | undefined;
    readonly cpu: number;
    readonly memory: Mebibytes;
    /** User, and group, that it runs as. Default: the image's. */
    readonly user?: string | undefined;
    /** Groups, by number, that it has beside its user's own. */
    readonly groups?: readonly string[] | undefined;
    /** What it may do of what only root may. Default: nothing. */
    readonly capabilities?: readonly string[] | undefined;
    readonly stopSignal?: string | undefined;
    /** How long it may take to end, from the signal on. */
    readonly grace: Seconds;
    /** Whether its root can be written. Default: false. */
    readonly writable?: boolean | undefined;
    readonly sharedMemory?: Mebibytes | undefined;
}

export interface HealthCheck {
    /** A command, or, by `CMD-SHELL`, a line for the image's shell; a status other than 0 is a failure. */
    readonly test: readonly string[];
    readonly interval: Seconds;
    readonly timeout: Seconds;
    readonly retries: number;
    /** Failures in this time after the start do not count. */
    readonly startPeriod: Seconds;
}

/** Longest time until a container is healthy, where it has nothing to fetch. ORB-21: all services are up within 2 to 3 minutes. */
const usuallyReadyWithin = 180;

/** A container that runs until it is taken away: restarted when it ends, limited, logged with an end, without privileges. */
export function runningContainer(
    engine: Engine,
    name: string,
    description: ContainerDescription,
    opts: pulumi.CustomResourceOptions & { readonly parent: pulumi.Resource },
): Container {
    const { grace, health, healthyLater = false, readyWithin = usuallyReadyWithin } = description;
    const wait = health !== undefined && !healthyLater;
    return new Container(
        name,
        {
            ...containerArgs(engine, name, description),
            restart: "always",
            wait,
            ...(wait ? { waitTimeout: readyWithin } : {}),
            destroyGraceSeconds: grace,
        },
        {
            // The provider's own way is to delete first.
            deleteBeforeReplace: false,
            // The provider takes no notice of a change of these in a container that runs.
            replaceOnChanges: ["healthcheck", "tmpfs", "init"],
            ...opts,
            dependsOn: [engine.images.on(description.image).resource, ...listed(opts.dependsOn)],
            // The provider waits no longer than 20 minutes for a container to end unless it is told to.
            customTimeouts: { delete: `${grace + 120}s` },
        },
    );
}

const listed = (dependsOn: pulumi.CustomResourceOptions["dependsOn"]): pulumi.Resource[] =>
    dependsOn === undefined ? [] : ([dependsOn].flat() as pulumi.Resource[]);

/** What a container is made from, whether it runs on or to its end. */
export function containerArgs(engine: Engine, name: string, description: ContainerDescription): ContainerArgs {
    const { image, containerName, user, stopSignal, grace, sharedMemory } = description;
    return {
        image: engine.images.on(image).reference,
        ...(containerName === undefined ? {} : { name: containerName }),
        ...startedBy(description),
        ...(user === undefined ? {} : { user }),
        ...(description.groups === undefined ? {} : { groupAdds: [...description.groups] }),
        envs: Object.entries(description.variables ?? {})
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([variable, value]) => pulumi.interpolate`${variable}=${value}`),
        labels: labels(engine, name, description.labels),
        ...connectedTo(description.networks),
        volumes: volumesOf(description),
        ...(description.ontoHost === undefined ? {} : { mounts: mountsOf(description.ontoHost) }),
        ...(description.scratch === undefined ? {} : { tmpfs: scratchOf(description.scratch) }),
        ...(description.ports === undefined ? {} : { ports: portsOf(description.ports) }),
        ...(description.health === undefined ? {} : { healthcheck: healthOf(description.health) }),
        cpus: decimal(description.cpu),
        memory: description.memory,
        // As much as memory: no swap beside it, which would hide a leak and slow the neighbours down.
        memorySwap: description.memory,
        ...(sharedMemory === undefined ? {} : { shmSize: sharedMemory }),
        logDriver: "json-file",
        logOpts: { "max-size": "10m", "max-file": "5" },
        readOnly: description.writable !== true,
        capabilities: { drops: ["ALL"], adds: (description.capabilities ?? []).map((each) => `CAP_${each}`) },
        securityOpts: ["no-new-privileges:true"],
        init: true,
        ...(stopSignal === undefined ? {} : { stopSignal }),
        stopTimeout: grace,
    };
}

/** Left to itself, a container without a network is in the one that all of the host's are in. */
const connectedTo = (
    networks: ContainerDescription["networks"],
): Pick<ContainerArgs, "networkMode" | "networksAdvanced"> =>
    networks.length === 0
        ? { networkMode: "none" }
        : { networksAdvanced: networks.map(({ name, aliases }) => ({ name, aliases: [...aliases] })) };

/**
 * One of the two, never both: a container that did not get healthy is replaced by the next deployment only while the
 * provider leaves one of them to the image. https://docs.docker.com/reference/dockerfile/#understand-how-cmd-and-entrypoint-interact
 */
function startedBy({ entryPoint, command = [] }: ContainerDescription): Pick<ContainerArgs, "entrypoints" | "command"> {
    if (entryPoint !== undefined) return { entrypoints: [...entryPoint, ...command] };
    return command.length === 0 ? {} : { command: [...command] };
}

/** As the provider writes it back: whole numbers with a zero, others without one at the end. */
const decimal = (cpus: number): string => (Number.isInteger(cpus) ? `${cpus}.0` : String(cpus));

const volumesOf = ({
    files = [],
    volumes = {},
    sharedVolumes = {},
    fromHost = {},
}: ContainerDescription): types.input.ContainerVolume[] => [
    ...files.map(({ carrier }) => ({ fromContainer: carrier, readOnly: true })),
    ...Object.entries(volumes).map(([containerPath, volumeName]) => ({ volumeName, containerPath })),
    ...Object.entries(sharedVolumes).map(([containerPath, volumeName]) => ({
        volumeName,
        containerPath,
        readOnly: true,
    })),
    ...Object.entries(fromHost).map(([containerPath, hostPath]) => ({ hostPath, containerPath, readOnly: true })),
];

/** As a mount, which fails where there is no such folder; as a volume the engine would make one that is root's. */
const mountsOf = (folders: Readonly<Record<string, string>>): types.input.ContainerMount[] =>
    Object.entries(folders).map(([target, source]) => ({ type: "bind", source, target }));

const scratchOf = (scratch: Readonly<Record<string, Mebibytes>>): Record<string, string> =>
    Object.fromEntries(Object.entries(scratch).map(([folder, size]) => [folder, `rw,noexec,nosuid,size=${size}m`]));

const portsOf = (ports: NonNullable<ContainerDescription["ports"]>): types.input.ContainerPort[] =>
    Object.entries(ports).map(([internal, { address, port }]) => ({
        internal: Number(internal),
        external: port,
        ip: address,
    }));

const healthOf = ({ test, interval, timeout, retries, startPeriod }: HealthCheck) => ({
    tests: [...test],
    interval: goDuration(interval),
    timeout: goDuration(timeout),
    retries,
    startPeriod: goDuration(startPeriod),
    // Until it is healthy it is asked often: the deployment waits for it.
    startInterval: "2s",
});

/** As Go writes a length of time, and so as the engine answers: `1m30s`, never `90s`, which would differ for ever. */
function goDuration(length: Seconds): string {
    const [hours, minutes, seconds] = [Math.floor(length / 3600), Math.floor((length % 3600) / 60), length % 60];
    if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
    return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}
