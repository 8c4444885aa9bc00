import { ofType, type PlannedResource, type StackDocument } from "../requirements/plan";

/** The chapters of a plan on a Docker host; `readable` shortens a reference to another resource. */
export const dockerChapters = (
    stack: StackDocument,
    readable: (text: string) => string,
): readonly (readonly [string, readonly string[]])[] => {
    const sorted = ofType(stack, "docker:index/container:Container").toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return [
        ["containers", sorted.filter((each) => !isCarrier(each)).flatMap(linesOnce(readable))],
        ["files", sorted.filter(isCarrier).map(carrierLine)],
        ["networks", ofType(stack, "docker:index/network:Network").map(networkLine).sort()],
        [
            "volumes",
            ofType(stack, "docker:index/volume:Volume")
                .map(({ inputs }) => inputs.name)
                .sort(),
        ],
    ];
};

/** A service's further instances are its first one's likeness, and said in one line. */
const linesOnce =
    (readable: (text: string) => string) => (each: PlannedResource, index: number, all: PlannedResource[]) => {
        const [title = "", ...rest] = containerLines(each, readable);
        const before = index === 0 ? [] : containerLines(all[index - 1] as PlannedResource, readable).slice(1);
        return rest.join() === before.join() ? [`${title} the same`] : [title, ...rest];
    };

/** Lends its files, and is never started. */
const isCarrier = ({ inputs }: PlannedResource): boolean => inputs.start === false;

function containerLines({ name, inputs, secrets }: PlannedResource, readable: (text: string) => string): string[] {
    const { image, entrypoints, command, cpus, memory, restart, destroyGraceSeconds, user = "its own user" } = inputs;
    const root = inputs.readOnly ? "read-only" : "writable";
    const may = inputs.capabilities.adds.join(", ") || "no capability";
    const started = (entrypoints ?? command ?? []).join(" ");
    return [
        `${name}${inputs.name === undefined ? "" : ` called ${inputs.name}`}`,
        `  image ${readable(image)}${started === "" ? "" : `, runs ${started}`}`,
        `  ${cpus} CPU, ${memory} MiB, restart ${restart}, ${destroyGraceSeconds} s to end, ${root} root, ${user}, ${may}`,
        `  networks ${inputs.networksAdvanced?.map(networkOf).join(", ") ?? inputs.networkMode}`,
        ...(inputs.ports ?? []).map((port: Port) => `  port ${port.ip}:${port.external} to ${port.internal}`),
        ...(inputs.volumes ?? []).map((volume: Mount) => `  ${mountLine(volume, readable)}`),
        ...(inputs.mounts ?? []).map(({ source, target }: Bind) => `  ${target} is ${source} of the host`),
        ...healthLines(inputs.healthcheck),
        ...inputs.envs
            .map((line: string, index: number) => `  ${variable(line, secrets.includes(`envs[${index}]`), readable)}`)
            .sort(),
    ];
}

function variable(line: string, isSecret: boolean, readable: (text: string) => string): string {
    const [, name = "", value = ""] = /^([^=]*)=(.*)$/s.exec(line) ?? [];
    return `${name} = ${isSecret ? "secret" : readable(value)}`;
}

const networkOf = ({ name, aliases }: { readonly name: string; readonly aliases: readonly string[] }): string =>
    aliases.length === 0 ? name : `${name} as ${aliases.join(", ")}`;

const mountLine = (volume: Mount, readable: (text: string) => string): string => {
    const how = volume.readOnly ? ", to read" : "";
    if (volume.fromContainer !== undefined) return `files of ${readable(volume.fromContainer)}${how}`;
    const what = volume.volumeName ?? `${volume.hostPath} of the host`;
    return `${volume.containerPath} is ${what}${how}`;
};

const healthLines = (health: Health | undefined): string[] =>
    health === undefined ? [] : [`  asked every ${health.interval} for ${health.timeout}, out after ${health.retries}`];

const carrierLine = ({ name, inputs }: PlannedResource): string =>
    `${name}: ${inputs.uploads.map(({ file }: { readonly file: string }) => file).join(", ")}`;

const networkLine = ({ inputs }: PlannedResource): string =>
    `${inputs.name}${inputs.internal ? ", without a way out" : ""}`;

interface Port {
    readonly ip: string;
    readonly external: number;
    readonly internal: number;
}
interface Mount {
    readonly fromContainer?: string;
    readonly volumeName?: string;
    readonly hostPath?: string;
    readonly containerPath?: string;
    readonly readOnly?: boolean;
}
interface Bind {
    readonly source: string;
    readonly target: string;
}
interface Health {
    readonly interval: string;
    readonly timeout: string;
    readonly retries: number;
}
