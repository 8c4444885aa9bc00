import { type Environment as AnyEnvironment, concerns } from "../../environment";

export type Environment = Extract<AnyEnvironment, { platform: "gcp" }>;

/** Environments as stack files describe them, for facts to be judged against. */
export const digest = "sha256:9b2d9a1c1f0ed1ad3c1f9ea7b1ee7a4bd7f5a2a0f6d9f34f0f2c6f7b8a9c0d1e";
export const image = `europe-west2-docker.pkg.dev/acme-registry/voice/agent:1.4.0@${digest}`;

/** The same environment on a Docker host, where it has no Google Cloud. */
export const onDocker = (environment: AnyEnvironment, host = "unix:///var/run/docker.sock"): AnyEnvironment => ({
    ...environment,
    platform: "docker",
    gcp: undefined,
    docker: { host },
});

type Described = Readonly<Record<string, unknown>>;

const described = (name: string, description: Described): Environment => ({
    ...concerns.parse({
        release: { name: "r1", image },
        domain: { zone: "example.com", zoneId: "0".repeat(32), accountId: "1".repeat(32) },
        api: { name: "voice-agent" },
        ...description,
    }),
    name,
    platform: "gcp",
    gcp: { project: `acme-voice-${name}`, region: "europe-west2" },
    encrypted: new Set(),
});

export const applications = {
    beta: "11111111-1111-4111-8111-111111111111",
    staging: "22222222-2222-4222-8222-222222222222",
    main: "33333333-3333-4333-8333-333333333333",
} as const;

export const sandbox = (more: Described = {}): Environment =>
    described("beta", {
        tier: "sandbox",
        database: { engine: "firestore" },
        integrations: {
            salesforce: { access: "sandbox", url: "https://acme--beta.sandbox.my.salesforce.com" },
            vonage: { application: "sandbox", applicationId: applications.beta },
        },
        ...more,
    });

export const preProduction = (more: Described = {}): Environment =>
    described("staging", {
        tier: "pre-production",
        database: { engine: "postgresql" },
        redis: {},
        integrations: {
            salesforce: { access: "read", url: "https://acme.my.salesforce.com" },
            vonage: { application: "staging", applicationId: applications.staging },
        },
        safeguards: { banner: "STAGING ENVIRONMENT", customers: "salesforce" },
        ...more,
    });

export const production = (more: Described = {}): Environment =>
    described("main", {
        tier: "production",
        database: { engine: "postgresql" },
        redis: {},
        integrations: {
            salesforce: { access: "write", url: "https://acme.my.salesforce.com" },
            vonage: { application: "production", applicationId: applications.main },
            voip: { credentials: "live" },
        },
        safeguards: { customers: "salesforce", voipSync: true },
        ...more,
    });

export const shared = (more: Described = {}): Environment =>
    described("shared", { tier: "shared", database: { engine: "firestore" }, ...more });
