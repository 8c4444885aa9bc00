import { type Environment as AnyEnvironment, concerns } from "../../environment";

type Environment = Extract<AnyEnvironment, { platform: "gcp" }>;

const digest = "sha256:9b2d9a1c1f0ed1ad3c1f9ea7b1ee7a4bd7f5a2a0f6d9f34f0f2c6f7b8a9c0d1e";
const image = `europe-west2-docker.pkg.dev/acme/voice/agent:1.4.0@${digest}`;
const domain = {
    zone: "example.com",
    zoneId: "0123456789abcdef0123456789abcdef",
    accountId: "fedcba9876543210fedcba9876543210",
};

/** An environment as a stack file would describe it. */
export function environment(
    name: string,
    described: Readonly<Record<string, unknown>>,
    encrypted: Environment["encrypted"] = new Set(),
): Environment {
    const release = { name: "r2026-11-3", image, ...(described.release as object | undefined) };
    return {
        ...concerns.parse({ ...described, release }),
        name,
        platform: "gcp",
        gcp: { project: `acme-voice-${name}`, region: "europe-west2" },
        encrypted,
    };
}

export const sandbox = (more: Readonly<Record<string, unknown>> = {}): Environment =>
    environment("beta", {
        tier: "sandbox",
        domain,
        api: { name: "voice-agent" },
        database: { engine: "firestore" },
        integrations: {
            salesforce: { access: "sandbox", url: "https://acme--beta.sandbox.my.salesforce.com" },
            vonage: { application: "sandbox", applicationId: "11111111-1111-4111-8111-111111111111" },
            gemini: {},
        },
        safeguards: { customers: "mock", customersFile: "fixtures/customers.csv", debugEndpoints: true },
        observability: { logLevel: "debug", performanceTracking: true },
        ...more,
    });

export const preProduction = (more: Readonly<Record<string, unknown>> = {}): Environment =>
    environment("staging", {
        tier: "pre-production",
        domain,
        api: { name: "voice-agent" },
        database: { engine: "postgresql" },
        redis: {},
        integrations: {
            salesforce: { access: "read", url: "https://acme.my.salesforce.com" },
            vonage: { application: "staging", applicationId: "22222222-2222-4222-8222-222222222222" },
            gemini: {},
        },
        safeguards: { banner: "STAGING ENVIRONMENT", customers: "salesforce" },
        ...more,
    });

export const production = (more: Readonly<Record<string, unknown>> = {}): Environment =>
    environment("main", {
        tier: "production",
        domain,
        api: { name: "voice-agent", concurrency: 200, instances: { min: 2, max: 4 } },
        database: { engine: "postgresql", cpu: 2, memory: "7680Mi", replicas: 1 },
        redis: {},
        integrations: {
            salesforce: { access: "write", url: "https://acme.my.salesforce.com" },
            vonage: { application: "production", applicationId: "33333333-3333-4333-8333-333333333333" },
            voip: { credentials: "live" },
            gemini: {},
            openai: {},
        },
        safeguards: { customers: "salesforce", voipSync: true },
        limits: { model: {}, queue: {}, recordings: { concurrent: 1000 } },
        ...more,
    });
