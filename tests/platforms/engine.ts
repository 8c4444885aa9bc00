import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import { awaitFeatureSupport } from "../../review/symbolic/pulumi-internals";

/** A resource as the program asked for it: inputs resolved, secrets unwrapped. */
export interface Registered {
    readonly type: string;
    readonly name: string;
    // biome-ignore lint/suspicious/noExplicitAny: a provider's inputs have no type of their own here.
    readonly inputs: any;
    /** Whether anything in the inputs was marked secret. */
    readonly hasSecrets: boolean;
    /** Name of the parent, "" where there is none. */
    readonly parent: string;
    /** Names of the resources that it waits for. */
    readonly dependsOn: readonly string[];
    readonly ignoreChanges: readonly string[];
    /** What it takes over (`import`), "" where it is made. */
    readonly adopts: string;
    /** Whether the engine itself refuses to delete it. */
    readonly protect: boolean;
}

/** What the cloud would answer beyond what it was told, by type of resource. */
const computed: Readonly<Record<string, (name: string, inputs: Registered["inputs"]) => Record<string, unknown>>> = {
    "gcp:cloudrunv2/service:Service": (_, { name }) => ({ uri: `https://${name}-7k2mq3x5na-nw.a.run.app` }),
    "gcp:certificatemanager/dnsAuthorization:DnsAuthorization": (_, { domain }) => ({
        dnsResourceRecords: [{ name: `_acme-challenge.${domain}.`, type: "CNAME", data: "proof.authorize.goog." }],
    }),
    "gcp:serviceaccount/account:Account": (_, { accountId, project }) => ({
        email: `${accountId}@${project}.iam.gserviceaccount.com`,
        member: `serviceAccount:${accountId}@${project}.iam.gserviceaccount.com`,
    }),
    "gcp:sql/databaseInstance:DatabaseInstance": (name) => ({
        privateIpAddress: name.includes("replica") ? "10.96.0.4" : "10.96.0.3",
    }),
    "gcp:redis/instance:Instance": () => ({
        host: "10.96.1.4",
        port: 6378,
        authString: "c0ffee",
        serverCaCerts: [{ cert: "-----BEGIN CERTIFICATE-----" }],
    }),
    "gcp:projects/iAMCustomRole:IAMCustomRole": (_, { project, roleId }) => ({
        name: `projects/${project}/roles/${roleId}`,
    }),
    "gcp:projects/serviceIdentity:ServiceIdentity": (_, { service }) => ({
        member: `serviceAccount:service-1234567890@gcp-sa-${service.split(".")[0]}.iam.gserviceaccount.com`,
    }),
    // A stack of the tier shared puts out what it owns, an environment other things.
    "pulumi:pulumi:StackReference": (_, { name }) => ({
        outputs: name.endsWith("/shared")
            ? { tier: "shared", tunnel: { id: "f00d", cname: "f00d.cfargotunnel.com" } }
            : { urls: { api: "https://api.acme.example" } },
        secretOutputNames: [],
    }),
    "random:index/randomId:RandomId": () => ({ hex: "a1b2" }),
    "random:index/randomPassword:RandomPassword": (_, { length }) => ({ result: "x".repeat(length) }),
};

const mocks: pulumi.runtime.Mocks = {
    newResource: ({ type, name, inputs }) => ({
        id: `${name}-id`,
        state: { ...inputs, ...computed[type]?.(name, unwrapped(inputs)) },
    }),
    call: ({ token, inputs }) => {
        if (token.endsWith(":getZeroTrustTunnelCloudflaredToken")) return { ...inputs, token: "opens-the-tunnel" };
        throw new Error(`${token} would need credentials in a preview`);
    },
};

const lastPart = (urn: string): string => urn.split("::").at(-1) ?? "";

/** Takes notes of the whole message that the engine would get, of which mocks see a part. */
class NotingMonitor extends MockMonitor {
    readonly notes: Registered[] = [];
    /** Of these the engine tells nothing, as `type::name`. */
    readonly #missing: Set<string>;

    constructor(private readonly leftOut: readonly string[]) {
        const missing = new Set<string>();
        super({
            ...mocks,
            newResource: (asked) =>
                missing.has(`${asked.type}::${asked.name}`) ? { id: "", state: {} } : mocks.newResource(asked),
        });
        this.#missing = missing;
    }

    override registerResource(...[request, answer]: Parameters<MockMonitor["registerResource"]>) {
        const typeAndName = (urn: string) => urn.split("::").slice(-2).join("::").replace(/^.*\$/, "");
        if (
            this.leftOut.includes(request.getType()) ||
            request.getDependenciesList().some((urn: string) => this.#missing.has(typeAndName(urn)))
        )
            this.#missing.add(`${request.getType()}::${request.getName()}`);
        const inputs = request.getObject().toJavaScript();
        const plain = unwrapped(inputs);
        this.notes.push({
            type: request.getType(),
            name: request.getName(),
            inputs: plain,
            hasSecrets: JSON.stringify(plain) !== JSON.stringify(inputs),
            parent: lastPart(request.getParent()),
            dependsOn: request.getDependenciesList().map(lastPart),
            ignoreChanges: request.getIgnorechangesList(),
            adopts: request.getImportid(),
            protect: request.getProtect() ?? false,
        });
        return super.registerResource(request, answer);
    }
}

/**
 * Runs a bare program against an engine that only takes notes, and returns the notes. Types that are `leftOut`, and what
 * depends on resources of these, it treats as an update with `--exclude` treats what is not there yet.
 */
export async function planned(program: () => unknown, leftOut: readonly string[] = []): Promise<readonly Registered[]> {
    const monitor = new NotingMonitor(leftOut);
    pulumi.runtime.setMockOptions(monitor, "voice", "test", false, "organization");
    await awaitFeatureSupport();
    // Pulumi takes a stack trace for every promise; translating them would take more time than the program.
    process.setSourceMapsEnabled(false);
    try {
        await program();
        await pulumi.runtime.disconnect();
    } finally {
        process.setSourceMapsEnabled(true);
    }
    return monitor.notes;
}

/** On its way to the engine a secret is an object that says so, with the value in it. */
function unwrapped(value: unknown): unknown {
    if (pulumi.runtime.isRpcSecret(value)) return unwrapped(pulumi.runtime.unwrapRpcSecret(value));
    if (Array.isArray(value)) return value.map(unwrapped);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unwrapped(inner)]));
}

/** The resources of a type, in the order of registration. */
export const ofType = (resources: readonly Registered[], type: string): readonly Registered[] =>
    resources.filter((resource) => resource.type === type);

/** The one resource of a type. */
export function theOnly(resources: readonly Registered[], type: string): Registered {
    const [only, ...others] = ofType(resources, type);
    if (only === undefined || others.length > 0)
        throw new Error(`expected one ${type}, found ${others.length + (only ? 1 : 0)}`);
    return only;
}

/** The one resource of this name. */
export function named(resources: readonly Registered[], name: string): Registered {
    const [only, ...others] = resources.filter((resource) => resource.name === name);
    if (only === undefined || others.length > 0) throw new Error(`expected one ${name}, found ${others.length}`);
    return only;
}
