import type { ResourceFacts, Value } from "../../facts";
import { field, figure, flag, isUnknown, items, text } from "../read";
import { dockerTypes } from "./named";

/** What a container on a Docker Engine is asked to be, beyond what it has in common with other workloads. */
export interface Container {
    readonly resource: ResourceFacts;
    /** False for one that is created and never started: it only holds files, which it lends. */
    readonly started: boolean;
    /** What its labels say that it is. */
    readonly component: string | undefined;
    readonly privileged: boolean;
    readonly capabilities: readonly Value[];
    readonly securityOptions: readonly Value[];
    /** Devices of the host, each by its path there. */
    readonly devices: readonly Value[];
    /** What it may share with the host or with another container, by the property that says so. */
    readonly namespaces: Readonly<Record<"networkMode" | "pidMode" | "ipcMode" | "usernsMode" | "cgroupnsMode", Value>>;
    /** Names that others on its networks find it by. */
    readonly aliases: readonly string[];
    readonly mounts: readonly Mount[];
    readonly ports: readonly PublishedPort[];
    readonly limited: { readonly memory: boolean; readonly logs: boolean };
}

/** Where a container's folder comes from: a volume, a path of the host, another container, or nobody else (`anonymous`). */
export interface Mount {
    readonly from: "volume" | "host" | "container" | "anonymous";
    readonly source: Value | undefined;
    readonly path: string;
    readonly readOnly: boolean;
    /** Where the driver of a volume that is made with the container finds its data. */
    readonly driverOptions?: Value | undefined;
}

/** A port of the host that leads to the container. */
export interface PublishedPort {
    readonly port: string;
    /** The container's own port. */
    readonly internal: string;
    /** Address of the host; nothing where it is left out, which the provider takes for all of them. */
    readonly address: Value | undefined;
}

const serviceType = "docker:index/service:Service";

const read = new WeakMap<ResourceFacts, Container | null>();

/** A container, or a Swarm service, whose container lies under `taskSpec`. */
export function asDockerContainer(resource: ResourceFacts): Container | undefined {
    let container = read.get(resource);
    if (container === undefined) {
        container =
            resource.type === dockerTypes.container || resource.type === serviceType ? containerIn(resource) : null;
        read.set(resource, container);
    }
    return container ?? undefined;
}

/** Where the container itself is described. */
export const specOf = (inputs: ResourceFacts["inputs"]): Value =>
    field(inputs, "taskSpec", "containerSpec") ?? (inputs as Value);

export const labelsOf = (spec: Value): Readonly<Record<string, string>> =>
    Object.fromEntries(
        items(field(spec, "labels")).flatMap((label) => {
            const name = text(field(label, "label"));
            const value = text(field(label, "value"));
            return name === undefined || value === undefined ? [] : [[name, value]];
        }),
    );

function containerIn(resource: ResourceFacts): Container {
    const { inputs } = resource;
    const spec = specOf(inputs);
    return {
        resource,
        started: flag(inputs.start) !== false,
        component: labelsOf(spec).component,
        privileged: inputs.privileged === true || isUnknown(inputs.privileged),
        capabilities: [...items(field(inputs.capabilities, "adds")), ...items(field(spec, "capabilities", "adds"))],
        securityOptions: items(inputs.securityOpts),
        devices: items(inputs.devices).map((device) => field(device, "hostPath") ?? ""),
        namespaces: {
            networkMode: inputs.networkMode ?? null,
            pidMode: inputs.pidMode ?? null,
            ipcMode: inputs.ipcMode ?? null,
            usernsMode: inputs.usernsMode ?? null,
            cgroupnsMode: inputs.cgroupnsMode ?? null,
        },
        aliases: aliasesOf(inputs.networksAdvanced ?? field(inputs, "taskSpec", "networksAdvanceds")),
        mounts: [...items(inputs.volumes).map(asVolume), ...items(field(spec, "mounts")).flatMap(asMount)],
        ports: portsOf(inputs),
        limited: {
            memory: isGiven(inputs.memory) || isGiven(field(inputs, "taskSpec", "resources", "limits", "memoryBytes")),
            logs: logsEnd(
                inputs.logDriver ?? field(inputs, "taskSpec", "logDriver", "name"),
                inputs.logOpts ?? field(inputs, "taskSpec", "logDriver", "options"),
            ),
        },
    };
}

const aliasesOf = (networks: Value | undefined): readonly string[] => [
    ...new Set(
        items(networks)
            .flatMap((network) => items(field(network, "aliases")))
            .flatMap((alias) => text(alias) ?? []),
    ),
];

function asVolume(volume: Value): Mount {
    if (isUnknown(volume)) return { from: "volume", source: volume, path: "volume", readOnly: false };
    const path = text(field(volume, "containerPath"));
    const readOnly = flag(field(volume, "readOnly")) === true;
    const lent = given(field(volume, "fromContainer"));
    if (lent !== undefined)
        return { from: "container", source: lent, path: path ?? "volumes of a container", readOnly };
    const host = given(field(volume, "hostPath"));
    const where = path ?? "volume";
    if (host !== undefined) return { from: "host", source: host, path: where, readOnly };
    const source = given(field(volume, "volumeName"));
    return { from: source === undefined ? "anonymous" : "volume", source, path: where, readOnly };
}

function asMount(mount: Value): readonly Mount[] {
    const type = field(mount, "type");
    if (type === "tmpfs") return [];
    const source = given(isUnknown(mount) ? mount : field(mount, "source"));
    const from = type === "bind" ? "host" : source === undefined ? "anonymous" : "volume";
    const path = text(field(mount, "target")) ?? "mount";
    const driverOptions = field(mount, "volumeOptions", "driverOptions");
    return [{ from, source, path, readOnly: flag(field(mount, "readOnly")) === true, driverOptions }];
}

/** The provider writes "" for what is left out. */
const given = (value: Value | undefined): Value | undefined =>
    value === undefined || value === null || value === "" ? undefined : value;
const isGiven = (value: Value | undefined): boolean => given(value) !== undefined && figure(value) !== 0;

function portsOf(inputs: ResourceFacts["inputs"]): readonly PublishedPort[] {
    const published = items(inputs.ports).map((port) => {
        const [external, internal, ip] = ["external", "internal", "ip"].map((key) => known(port, key));
        return { port: numberOf(external ?? internal), internal: numberOf(internal), address: given(ip) };
    });
    // A swarm knows no addresses: https://docs.docker.com/engine/swarm/ingress/
    const swarm = items(field(inputs, "endpointSpec", "ports")).map((port) => {
        const [external, internal] = ["publishedPort", "targetPort"].map((key) => known(port, key));
        return { port: numberOf(external ?? internal), internal: numberOf(internal), address: undefined };
    });
    const exposed = "each that the image exposes";
    const all = inputs.publishAllPorts === true ? [{ port: exposed, internal: exposed, address: undefined }] : [];
    return [...published, ...swarm, ...all];
}

/** A whole list that is not known says nothing of its ports. */
const known = (port: Value, key: string): Value | undefined => (isUnknown(port) ? undefined : field(port, key));
const numberOf = (port: Value | undefined): string => String(figure(port) ?? "not known yet");

/** Drivers that keep no file of their own on the host, or one that ends. */
const boundedDrivers = new Set([
    "local",
    "none",
    "journald",
    "syslog",
    "fluentd",
    "gelf",
    "awslogs",
    "gcplogs",
    "splunk",
]);

/** The engine's own driver, json-file, writes on until the disk is full: https://docs.docker.com/engine/logging/configure/ */
const logsEnd = (driver: Value | undefined, options: Value | undefined): boolean =>
    isUnknown(driver) || isUnknown(options) || boundedDrivers.has(text(driver) ?? "")
        ? true
        : isGiven(field(options, "max-size"));
