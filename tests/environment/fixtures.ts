import assert from "node:assert/strict";
import {
    type ConfigPath,
    type ConfigSource,
    type Environment,
    EnvironmentError,
    type Fault,
    readEnvironment,
} from "../../environment";

/** Full config keys with plain values, as `readEnvironment` takes them. */
export type Values = Record<string, unknown>;
/** A config path as it is written (`ringfence:integrations.salesforce.access`) with what is to stand there. */
export type Changes = Record<string, unknown>;
export type TestedTier = "sandbox" | "pre-production" | "production";

export const digest = "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
export const image = `europe-west2-docker.pkg.dev/acme-images/voice/agent:1.4.0@${digest}`;

const domain = {
    zone: "acme.example",
    zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
    accountId: "9a7806061c88ada191ed06f989cc3dac",
};

/** The same domain, reached by the tunnel of a shared stack. */
export const tunnelled = { ...domain, entry: "tunnel", tunnel: "shared" };

/** One compliant environment a tier. Each case bends one of them in one way. */
const compliantValues: Readonly<Record<TestedTier, Values>> = {
    sandbox: {
        "gcp:project": "acme-voice-beta",
        "gcp:region": "europe-west2",
        "ringfence:tier": "sandbox",
        "ringfence:platform": "gcp",
        "ringfence:domain": domain,
        "ringfence:release": { name: "r1", image },
        "ringfence:api": { name: "voice-agent", concurrency: 20, variables: { LOG_FORMAT: "json" } },
        "ringfence:gateway": { calls: { longest: "30m" } },
        "ringfence:web": {},
        "ringfence:database": { engine: "firestore" },
        "ringfence:integrations": {
            salesforce: { access: "sandbox", url: "https://acme--beta.sandbox.my.salesforce.com" },
            vonage: { application: "sandbox", applicationId: "78d335fa-323d-4114-9c3d-d6f0d48968cf" },
            gemini: {},
        },
        "ringfence:safeguards": {
            customers: "mock",
            customersFile: "fixtures/customers.csv",
            debugEndpoints: true,
            betaFeatures: true,
        },
        "ringfence:observability": { logLevel: "debug" },
    },
    "pre-production": {
        "gcp:project": "acme-voice-staging",
        "gcp:region": "europe-west2",
        "ringfence:tier": "pre-production",
        "ringfence:platform": "gcp",
        "ringfence:domain": domain,
        "ringfence:release": { name: "r1", image },
        "ringfence:api": { name: "voice-agent", instances: { min: 1, max: 2 }, concurrency: 40 },
        "ringfence:gateway": { calls: { longest: "55m", heartbeat: "25s" } },
        "ringfence:database": { engine: "postgresql", pool: { min: 2, max: 10, statementTimeout: "5s" } },
        "ringfence:redis": { memory: "1Gi" },
        "ringfence:integrations": {
            salesforce: { access: "read", url: "https://acme.my.salesforce.com" },
            vonage: { application: "staging", applicationId: "8a2b4c6d-1e3f-4a5b-8c7d-9e0f1a2b3c4d" },
        },
        "ringfence:safeguards": { banner: "STAGING ENVIRONMENT", customers: "salesforce" },
        "ringfence:secrets": { SALESFORCE_CLIENT_SECRET: { suppliedBy: "the Salesforce administrator" } },
    },
    production: {
        "gcp:project": "acme-voice-main",
        "gcp:region": "europe-west2",
        "ringfence:tier": "production",
        "ringfence:platform": "gcp",
        "ringfence:domain": domain,
        "ringfence:release": { name: "r1", image },
        "ringfence:api": { name: "voice-agent", instances: { min: 2, max: 4 }, concurrency: 80 },
        "ringfence:gateway": { calls: { longest: "55m", heartbeat: "25s" } },
        "ringfence:database": {
            engine: "postgresql",
            version: "16",
            cpu: 2,
            memory: "7680Mi",
            replicas: 1,
            maxConnections: 200,
            backups: { keep: 7 },
            pool: { min: 5, max: 20, timeout: "30s" },
        },
        "ringfence:redis": { version: "7.2", memory: "1Gi" },
        "ringfence:integrations": {
            salesforce: { access: "write", url: "https://acme.my.salesforce.com" },
            vonage: { application: "production", applicationId: "c3d5e7f9-2a4b-4c6d-9e8f-0a1b2c3d4e5f" },
            voip: { credentials: "live" },
        },
        "ringfence:safeguards": { customers: "salesforce", voipSync: true },
        "ringfence:rotation": { next: "2027-02-01T04:00:00Z" },
    },
};

export const testedTiers = Object.keys(compliantValues) as readonly TestedTier[];
/** The stack that the fixture of a tier stands for. */
export const stackOf: Readonly<Record<TestedTier, string>> = {
    sandbox: "beta",
    "pre-production": "staging",
    production: "main",
};

/** What makes the compliant values of a tier those of an environment on Docker. */
export const onDocker: Changes = {
    "gcp:project": undefined,
    "gcp:region": undefined,
    "ringfence:platform": "docker",
    "docker:host": "unix:///var/run/docker.sock",
    "ringfence:domain": undefined,
    "ringfence:front": { port: 8080, routes: "paths" },
    "ringfence:database": { engine: "postgresql" },
    "ringfence:dumps": { target: { kind: "path", path: "/mnt/backups/voice" } },
    "ringfence:rotation": undefined,
};

/** What makes them those of a shared stack there, which owns nothing yet. */
export const ofShared: Changes = {
    ...onDocker,
    "ringfence:tier": "shared",
    "ringfence:services": [],
    "ringfence:front": undefined,
    "ringfence:dumps": undefined,
    "ringfence:database": { engine: "none" },
    "ringfence:redis": undefined,
    "ringfence:secrets": undefined,
    "ringfence:integrations": undefined,
    "ringfence:safeguards": undefined,
};

/** The compliant values of a tier, changed. `undefined` takes a key away; maps on the way are made as needed. */
export function valuesOf(tier: TestedTier, changes: Changes = {}): Values {
    const values = structuredClone(compliantValues[tier]);
    for (const [path, value] of Object.entries(changes)) change(values, pathOf(path), value);
    return values;
}

/** `ringfence:api.secrets[0]` as segments. */
export function pathOf(text: string): ConfigPath {
    const [key = "", ...below] = text.split(/[.[\]]+/).filter((segment) => segment !== "");
    return [key, ...below.map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment))];
}

function change(values: Values, path: ConfigPath, value: unknown): void {
    let place = values;
    path.forEach((segment, index) => {
        const next = path[index + 1];
        if (next !== undefined) {
            place[segment] ??= typeof next === "number" ? [] : {};
            place = place[segment] as Values;
        } else if (value === undefined) delete place[segment];
        else place[segment] = structuredClone(value);
    });
}

export const sourceOf = (values: Values, secret: readonly string[] = [], encryptedPaths: readonly string[] = []) =>
    ({ values, secret: new Set(secret), encryptedPaths: encryptedPaths.map(pathOf) }) satisfies ConfigSource;

/** The environment that a tier's fixture describes, changed. */
export function environmentOf(tier: TestedTier, changes: Changes = {}, stack: string = stackOf[tier]): Environment {
    const { environment, faults } = readEnvironment(stack, sourceOf(valuesOf(tier, changes)));
    if (environment === undefined) throw new EnvironmentError(stack, faults);
    return environment;
}

export const faultsOf = (tier: TestedTier, changes: Changes, stack: string = stackOf[tier]): readonly Fault[] =>
    readEnvironment(stack, sourceOf(valuesOf(tier, changes))).faults;

/** What a fault must be like; texts are parts of what is told. */
export interface Expected {
    readonly rule?: string;
    readonly key: string;
    readonly message: string;
    readonly repair: string;
}

/** The only fault, and it tells its reader what is expected. */
export function assertOnlyFault(faults: readonly Fault[], expected: Expected): void {
    const told = faults.map(({ key, rule, message, repair }) => ({ key, rule, message, repair }));
    assert.equal(faults.length, 1, JSON.stringify(told, null, 2));
    const [fault] = told;
    assert.equal(fault?.key, expected.key);
    assert.equal(fault.rule, expected.rule);
    assert.ok(fault.message.includes(expected.message), `message: ${fault.message}`);
    assert.ok(fault.repair.includes(expected.repair), `repair: ${fault.repair}`);
}

/** What a rule's tests say: this is fine, this is not. */
export const casesOf = (rule: string) => ({
    accepts: (tier: TestedTier, changes: Changes = {}, stack: string = stackOf[tier]): void =>
        assert.deepEqual(faultsOf(tier, changes, stack), []),
    refuses: (
        tier: TestedTier,
        changes: Changes,
        expected: Omit<Expected, "rule">,
        stack: string = stackOf[tier],
    ): void => assertOnlyFault(faultsOf(tier, changes, stack), { rule, ...expected }),
});
