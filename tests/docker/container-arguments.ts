/** A container as the plan describes it, references resolved. */
// biome-ignore lint/suspicious/noExplicitAny: a provider's inputs have no type of their own here.
export type Inputs = Readonly<Record<string, any>>;

/** What the host calls something that the plan calls otherwise. */
export interface Host {
    readonly called: (name: string) => string;
    readonly image: (reference: string) => string;
    /** Label of everything that the test makes. */
    readonly label: string;
}

type Options = (value: Inputs[string], host: Host) => readonly string[];
const each =
    (flag: string, text: (item: Inputs[string]) => string = String): Options =>
    (items) =>
        items.flatMap((item: Inputs[string]) => [flag, text(item)]);
const one =
    (flag: string, text: (value: Inputs[string]) => string = String): Options =>
    (value) => [flag, text(value)];
const nothing: Options = () => [];

/**
 * The options of `docker create` for each input of `docker:index:Container`. What follows from the provider's own doing
 * (waiting, uploads, networks) has none and is done in deployment.ts.
 */
const options: Readonly<Record<string, Options>> = {
    capabilities: ({ adds = [], drops = [] }) => [
        ...drops.flatMap((name: string) => ["--cap-drop", name]),
        ...adds.flatMap((name: string) => ["--cap-add", name]),
    ],
    cpus: one("--cpus"),
    entrypoints: ([program]) => ["--entrypoint", program],
    envs: each("--env"),
    healthcheck: ({ tests: [kind, ...test], interval, timeout, retries, startPeriod }) => [
        "--health-cmd",
        kind === "CMD-SHELL" ? test.join(" ") : test.map(quoted).join(" "),
        ...["--health-timeout", timeout, "--health-retries", String(retries), "--health-start-period", startPeriod],
        // The first check comes after an interval; only engines from 25 on know another one for the start.
        ...["--health-interval", seconds(interval) > 2 ? "2s" : interval],
    ],
    init: (value) => (value ? ["--init"] : []),
    labels: each("--label", ({ label, value }) => `${label}=${value}`),
    logDriver: one("--log-driver"),
    logOpts: (value) => Object.entries(value).flatMap(([key, option]) => ["--log-opt", `${key}=${option}`]),
    memory: one("--memory", (mebibytes) => `${mebibytes}m`),
    memorySwap: one("--memory-swap", (mebibytes) => `${mebibytes}m`),
    mounts: each("--mount", ({ type, source, target }) => `type=${type},source=${source},target=${target}`),
    name: (name, { called }) => ["--name", called(name)],
    // A port that the engine finds free, on the address that the plan asks for.
    ports: each("--publish", ({ internal, ip = "0.0.0.0" }) => `${ip}::${internal}`),
    readOnly: (value) => (value ? ["--read-only"] : []),
    restart: one("--restart"),
    securityOpts: each("--security-opt"),
    shmSize: one("--shm-size", (mebibytes) => `${mebibytes}m`),
    stopSignal: one("--stop-signal"),
    stopTimeout: one("--stop-timeout"),
    tmpfs: (value) => Object.entries(value).flatMap(([folder, rest]) => ["--tmpfs", `${folder}:${rest}`]),
    user: one("--user"),
    volumes: (volumes, { called }) =>
        volumes.flatMap(({ fromContainer, volumeName, hostPath, containerPath, readOnly }: Inputs) => {
            const mode = readOnly ? ":ro" : "";
            if (fromContainer !== undefined) return ["--volumes-from", `${called(fromContainer)}${mode}`];
            if (volumeName === undefined && hostPath === undefined) return ["--volume", containerPath];
            return ["--volume", `${hostPath ?? called(volumeName)}:${containerPath}${mode}`];
        }),
    ...Object.fromEntries(
        [
            ...["attach", "command", "destroyGraceSeconds", "image", "logs", "maxRetryCount", "mustRun"],
            ...["networkMode", "networksAdvanced", "start", "uploads", "wait", "waitTimeout"],
        ].map((input) => [input, nothing]),
    ),
};

/** Arguments of `docker create`; an input that is not known here is an error, lest something be tested that is not planned. */
export function createArguments(inputs: Inputs, host: Host): string[] {
    const given = Object.entries(inputs).flatMap(([input, value]) => {
        const option = options[input];
        if (option === undefined) throw new Error(`container-arguments.ts does not know the input ${input}`);
        return option(value, host);
    });
    const [network] = inputs.networksAdvanced ?? [];
    return [
        ...["--label", host.label, ...given],
        ...(network === undefined ? ["--network", inputs.networkMode ?? "bridge"] : joining(network, host)),
        host.image(inputs.image),
        ...(inputs.entrypoints ?? []).slice(1),
        ...(inputs.command ?? []),
    ];
}

const joining = ({ name, aliases = [] }: Inputs, { called }: Host): string[] => [
    ...["--network", called(name)],
    ...aliases.flatMap((alias: string) => ["--network-alias", alias]),
];

const quoted = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`;

function seconds(duration: string): number {
    const parts = [...duration.matchAll(/(\d+)([hms])/g)];
    return parts.reduce((sum, [, count, unit]) => sum + Number(count) * { h: 3600, m: 60, s: 1 }[unit as "s"], 0);
}
