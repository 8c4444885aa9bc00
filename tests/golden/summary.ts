import { ofType, type PlannedResource, type StackDocument, serviceType, variablesOf } from "../requirements/plan";
import { dockerChapters } from "./containers";

type Chapter = readonly [string, readonly string[]];

/**
 * A plan on one page: how many resources of which type, and of each only what a reviewer of a change wants to see.
 * Nothing in it depends on the clock, on the machine or on the order of registration.
 */
export function summary(name: string, stack: StackDocument): string {
    const byName = { ...stack, resources: stack.resources.toSorted(byText((resource) => resource.name)) };
    const chapters: readonly Chapter[] = [
        ["resources", counts(stack)],
        ...(stack.platform === "docker"
            ? [...dockerChapters(stack, readable), hosts(stack)]
            : cloudChapters(stack, byName)),
        ["violations", violationLines(stack)],
    ];
    const text = chapters.flatMap(([title, lines]) => [
        "",
        title,
        ...(lines.length === 0 ? ["  none"] : lines.map((line) => `  ${line}`)),
    ]);
    return `${[`${name}, ${stack.tier} on ${stack.platform}`, ...text].join("\n")}\n`;
}

const cloudChapters = (stack: StackDocument, byName: StackDocument): readonly Chapter[] => [
    ["services", ofType(byName, serviceType).flatMap((service) => serviceLines(stack, service))],
    ["databases", byName.resources.flatMap(databaseLines)],
    hosts(stack),
    ["secrets", secretLines(stack)],
    ["grants", grantLines(stack)],
];

const hosts = (stack: StackDocument): Chapter => [
    "hosts",
    ofType(stack, "cloudflare:index/dnsRecord:DnsRecord").map(recordLine).sort(),
];

function counts({ resources }: StackDocument): string[] {
    const byType = new Map<string, number>();
    for (const { type } of resources) byType.set(type, (byType.get(type) ?? 0) + 1);
    return [...byType].map(([type, count]) => `${count} ${type}`).sort(byText((line) => line.replace(/^\d+ /, "")));
}

function serviceLines(stack: StackDocument, service: PlannedResource): string[] {
    const { name, template, scaling, ingress, deletionProtection } = service.inputs;
    const [{ image, args = [], ports, resources }] = template.containers;
    const { minInstanceCount, maxInstanceCount } = scaling;
    const { concurrencyUtilization } = template.scaling;
    const scale = concurrencyUtilization === undefined ? "requests" : `${concurrencyUtilization} of open connections`;
    const { cpu, memory } = resources.limits;
    const callers = ofType(stack, "gcp:cloudrunv2/serviceIamMember:ServiceIamMember")
        .filter(({ inputs }) => inputs.name === name)
        .map(({ inputs }) => readable(inputs.member));
    return [
        `${name} ${args.join(" ")}`.trimEnd(),
        `  image ${image}`,
        `  ${minInstanceCount} to ${maxInstanceCount} instances by ${scale}, ${template.maxInstanceRequestConcurrency} at once each`,
        `  ${cpu} CPU, ${memory}, port ${ports.containerPort}, ${template.timeout} a request, sticky ${template.sessionAffinity}`,
        `  called by ${callers.join(", ") || "nobody"} (${ingress}), private network ${template.vpcAccess !== undefined}`,
        `  deletion protection ${deletionProtection}`,
        ...Object.entries(variablesOf(service))
            .map(([variable, value]) => `  ${variable} ${origin(value)}`)
            .sort(),
    ];
}

const origin = (value: string): string => {
    if (value.startsWith("vault:")) return `from the vault, ${readable(value.slice("vault:".length))}`;
    return value.includes("${") ? `from ${readable(value)}` : `= ${value}`;
};

function databaseLines({ type, inputs }: PlannedResource): string[] {
    switch (type) {
        case "gcp:firestore/database:Database":
            return [
                `Firestore ${inputs.name} in ${inputs.locationId}, ${inputs.deleteProtectionState}, ${inputs.deletionPolicy}`,
            ];
        case "gcp:sql/databaseInstance:DatabaseInstance":
            return [
                `${inputs.databaseVersion} ${readable(inputs.name)}${replicaOf(inputs)}`,
                ...postgresLines(inputs.settings),
                `  deletion protection ${inputs.deletionProtection}`,
            ];
        case "gcp:redis/instance:Instance":
            return [
                `${inputs.redisVersion} ${inputs.name}, ${inputs.tier}, ${inputs.memorySizeGb} GB`,
                `  ${inputs.transitEncryptionMode}, password ${inputs.authEnabled}, ${inputs.connectMode}`,
                `  deletion protection ${inputs.deletionProtection}`,
            ];
        default:
            return [];
    }
}

const replicaOf = ({ masterInstanceName }: PlannedResource["inputs"]): string =>
    masterInstanceName === undefined ? "" : `, replica of ${readable(masterInstanceName)}`;

function postgresLines(settings: PlannedResource["inputs"]): string[] {
    const { tier, edition, diskSize, availabilityType, ipConfiguration, databaseFlags, backupConfiguration } = settings;
    const disk = diskSize === undefined ? "disk as the primary's" : `${diskSize} GB at first`;
    const flags: readonly string[] = databaseFlags.map((flag: Flag) => `${flag.name} ${flag.value}`);
    const backups =
        backupConfiguration === undefined
            ? "none"
            : `${backupConfiguration.backupRetentionSettings?.retainedBackups ?? 0} from ${backupConfiguration.startTime}, any moment ${backupConfiguration.pointInTimeRecoveryEnabled}`;
    return [
        `  ${tier}, ${edition}, ${disk}, ${availabilityType}`,
        `  ${ipConfiguration.sslMode}, public address ${ipConfiguration.ipv4Enabled}, ${flags.join(", ")}`,
        `  backups ${backups}`,
    ];
}

interface Flag {
    readonly name: string;
    readonly value: string;
}

const recordLine = ({ inputs }: PlannedResource): string =>
    `${inputs.name} ${inputs.type} ${inputs.content}, proxied ${inputs.proxied}, ttl ${inputs.ttl}`;

function secretLines(stack: StackDocument): string[] {
    const versions = new Map(
        ofType(stack, "gcp:secretmanager/secretVersion:SecretVersion").map(({ inputs }) => [
            namesIn(inputs.secret)[0],
            readable(inputs.secretData),
        ]),
    );
    return ofType(stack, "gcp:secretmanager/secret:Secret")
        .map(({ name, inputs }) => {
            const value = versions.get(name);
            return `${inputs.secretId} ${value === undefined ? "to be supplied" : `= ${value}`}`;
        })
        .sort();
}

function grantLines({ resources }: StackDocument): string[] {
    const grants = new Map<string, string[]>();
    for (const { type, inputs } of resources) {
        if (!/(IamMember|IAMMember)$/.test(type) || inputs.member === "allUsers") continue;
        const who = `${readable(inputs.member)} ${inputs.role} on`;
        const what = inputs.condition?.expression ?? inputs.secretId ?? inputs.name ?? `project ${inputs.project}`;
        grants.set(who, [...(grants.get(who) ?? []), readable(what)]);
    }
    return [...grants].map(([who, what]) => `${who} ${what.sort().join(", ")}`).sort();
}

const violationLines = ({ violations }: StackDocument): string[] =>
    violations
        .map(({ level, policy, urn, message }) => `${level} ${policy}, ${urn.split("::").at(-1)}: ${message}`)
        .sort();

const reference = /\$\{(urn:[^#}]+)#([^}]*)\}/g;
/** `${urn:…::beta-api-service#uri}` as `{beta-api-service.uri}`. */
const readable = (text: string): string =>
    text.replaceAll(reference, (_, urn: string, property: string) => `{${urn.split("::").at(-1)}.${property}}`);
const namesIn = (text: string): (string | undefined)[] =>
    [...text.matchAll(reference)].map(([, urn]) => urn?.split("::").at(-1));

const byText =
    <Item>(key: (item: Item) => string) =>
    (a: Item, b: Item): number =>
        key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
