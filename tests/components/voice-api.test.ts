import { strict as assert } from "node:assert";
import { Database, mebibytes, Redis, seconds, VoiceApi } from "../../components";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned, theOnly } from "../platforms/engine";
import { variablesOf } from "./variables";

const image = `europe-west2-docker.pkg.dev/acme/voice/api:1.4.0@sha256:${"a".repeat(64)}`;
type Args = ConstructorParameters<typeof VoiceApi>[1];
const planApi = (more: Partial<Args> = {}) =>
    planned(() => new VoiceApi("api", { platform: cloud(), image, release: "r1", ...more }));

describe("VoiceApi, alone in a bare program", () => {
    it("ORB-6 listens on 3000 with 1 CPU and 512 MB, answers /health, and signs with a secret of its own", async () => {
        const resources = await planApi();
        const { inputs } = named(resources, "api-service");
        const [container] = inputs.template.containers;
        assert.equal(inputs.name, "voice-api-dev");
        assert.equal(container.ports.containerPort, 3000);
        assert.deepEqual(container.resources.limits, { cpu: "1", memory: "512Mi" });
        assert.equal(container.startupProbe.httpGet.path, "/health");
        const variables = variablesOf(resources, "api");
        assert.equal(variables.NODE_ENV, "production");
        assert.equal(variables.API_KEY_JWT_SECRET, "vault:dev-api-key-jwt-secret");
        assert.equal(theOnly(resources, "random:index/randomPassword:RandomPassword").inputs.length, 64);
    });

    it("ORB-6 gets DATABASE_URL and REDIS_URL from the vault, and a way to their private addresses", async () => {
        const resources = await planned(() => {
            const platform = cloud();
            const database = new Database("database", { platform, engine: "postgresql" });
            const redis = new Redis("redis", { platform });
            new VoiceApi("api", { platform, image, release: "r1", database, redis });
        });
        const variables = variablesOf(resources, "api");
        assert.equal(variables.DATABASE_URL, "vault:dev-database-url");
        assert.equal(variables.REDIS_URL, "vault:dev-redis-url");
        assert.equal(variables.REDIS_CA_CERT, "vault:dev-redis-ca-cert");
        assert.ok(named(resources, "api-service").inputs.template.vpcAccess);
        const waits = named(resources, "api-service").dependsOn;
        assert.ok(waits.includes("database-url-version") && waits.includes("redis-url-version"));
    });

    it("may use the Firestore database that it is given, without a secret", async () => {
        const resources = await planned(() => {
            const platform = cloud();
            const database = new Database("database", { platform, engine: "firestore" });
            new VoiceApi("api", { platform, image, release: "r1", database });
        });
        assert.equal(variablesOf(resources, "api").FIRESTORE_DATABASE, "database-dev");
        assert.equal(theOnly(resources, "gcp:projects/iAMMember:IAMMember").inputs.role, "roles/datastore.user");
        assert.equal(named(resources, "api-service").inputs.template.vpcAccess, undefined);
    });

    it("MVA-10 gets the VONAGE_APPLICATION_ID that it is given, and its key from the vault", async () => {
        const applicationId = "11111111-1111-4111-8111-111111111111";
        const variables = variablesOf(await planApi({ vonage: { applicationId } }), "api");
        assert.equal(variables.VONAGE_APPLICATION_ID, applicationId);
        assert.equal(variables.VONAGE_PRIVATE_KEY, "vault:dev-vonage-private-key");
    });

    it("gets Salesforce under other names at each level of access", async () => {
        const url = "https://acme.my.salesforce.com";
        const salesforce = async (access: "none" | "sandbox" | "read" | "write") =>
            Object.entries(variablesOf(await planApi({ salesforce: { access, url } }), "api")).filter(([name]) =>
                name.startsWith("SF_"),
            );
        assert.deepEqual(await salesforce("none"), []);
        assert.deepEqual(await salesforce("sandbox"), [
            ["SF_ACCESS", "sandbox"],
            ["SF_SANDBOX_CLIENT_SECRET", "vault:dev-salesforce-sandbox-client-secret"],
            ["SF_SANDBOX_URL", url],
        ]);
        assert.deepEqual(await salesforce("read"), [
            ["SF_ACCESS", "read"],
            ["SF_READONLY_CLIENT_SECRET", "vault:dev-salesforce-read-only-client-secret"],
            ["SF_URL", url],
        ]);
        assert.deepEqual(await salesforce("write"), [
            ["SF_ACCESS", "write"],
            ["SF_CLIENT_SECRET", "vault:dev-salesforce-read-write-client-secret"],
            ["SF_URL", url],
        ]);
    });

    it("ORA-10 does not synchronise with the VoIP provider and holds none of its credentials unless told", async () => {
        const variables = variablesOf(await planApi(), "api");
        assert.equal(variables.VOIP_SYNC_ENABLED, "false");
        assert.ok(!Object.keys(variables).some((name) => name.includes("VOIP") && name.includes("PASSWORD")));
        const sandbox = variablesOf(await planApi({ voip: { credentials: "sandbox" } }), "api");
        assert.equal(sandbox.VOIP_SANDBOX_PASSWORD, "vault:dev-voip-sandbox-password");
        const live = variablesOf(await planApi({ voip: { credentials: "live", sync: true } }), "api");
        assert.equal(live.VOIP_PASSWORD, "vault:dev-voip-live-password");
        assert.equal(live.VOIP_SYNC_ENABLED, "true");
    });

    it("ORA-5 may have the variables of VoIP's live credentials, empty, and not be told where it runs", async () => {
        const voip = { credentials: "none", blank: true } as const;
        const observability = { tellEnvironment: false };
        const variables = variablesOf(await planApi({ voip, observability }), "api");
        assert.deepEqual([variables.VOIP_USERNAME, variables.VOIP_PASSWORD], ["", ""]);
        assert.deepEqual([variables.ENVIRONMENT, variables.TIER], [undefined, undefined]);
        assert.equal(variables.NODE_ENV, "production");
    });

    it("ORA-9 is told the banner, or that there is none, where its own pages show it", async () => {
        for (const banner of ["STAGING ENVIRONMENT", ""])
            assert.equal(variablesOf(await planApi({ banner }), "api").BANNER, banner);
        assert.equal("BANNER" in variablesOf(await planApi(), "api"), false);
    });

    it("ORA-11 puts the environment before the names of its queues, where it has a Redis", async () => {
        const resources = await planned(() => {
            const platform = cloud();
            new VoiceApi("api", { platform, image, release: "r1", redis: new Redis("redis", { platform }) });
        });
        assert.equal(variablesOf(resources, "api").QUEUE_PREFIX, "dev");
        assert.equal("QUEUE_PREFIX" in variablesOf(await planApi(), "api"), false);
    });

    it("ORA-3 is told where speech recognition is", async () => {
        const variables = variablesOf(await planApi({ transcription: "http://192.168.120.12:9000" }), "api");
        assert.equal(variables.WHISPER_URL, "http://192.168.120.12:9000");
    });

    it("ACG-6 says ENABLE_BETA_FEATURES and ENABLE_DEBUG_ENDPOINTS, off as well as on", async () => {
        const off = variablesOf(await planApi(), "api");
        assert.deepEqual([off.ENABLE_BETA_FEATURES, off.ENABLE_DEBUG_ENDPOINTS], ["false", "false"]);
        const safeguards = { betaFeatures: true, debugEndpoints: true };
        const on = variablesOf(await planApi({ safeguards }), "api");
        assert.deepEqual([on.ENABLE_BETA_FEATURES, on.ENABLE_DEBUG_ENDPOINTS], ["true", "true"]);
    });

    it("VFD-1 limits recordings to 300 s, 16 000 Hz, mono, with debug logs and performance tracking", async () => {
        const resources = await planApi({
            limits: { recordings: { longest: seconds("300s"), sampleRate: 16000, channels: 1 } },
            observability: { logLevel: "debug", performanceTracking: true },
        });
        const variables = variablesOf(resources, "api");
        assert.equal(variables.RECORDING_MAX_SECONDS, "300");
        assert.equal(variables.RECORDING_SAMPLE_RATE_HZ, "16000");
        assert.equal(variables.RECORDING_CHANNELS, "1");
        assert.equal(variables.LOG_LEVEL, "debug");
        assert.equal(variables.PERFORMANCE_TRACKING, "true");
        assert.equal(variables.RECORDING_MAX_CONCURRENT, undefined);
    });

    it("VFD-2 works on 10 jobs at once, with 3 retries after 1 s", async () => {
        const queue = { concurrency: 10, retries: 3, backoff: seconds("1s") };
        const variables = variablesOf(await planApi({ limits: { queue } }), "api");
        assert.equal(variables.QUEUE_CONCURRENCY, "10");
        assert.equal(variables.QUEUE_RETRIES, "3");
        assert.equal(variables.QUEUE_BACKOFF_MS, "1000");
    });

    it("VFD-3 takes 1 000 recordings at once, 5 s and 3 retries each, and asks gpt-4 within its limits", async () => {
        const resources = await planApi({
            limits: {
                recordings: {
                    longest: seconds("300s"),
                    sampleRate: 16000,
                    channels: 1,
                    concurrent: 1000,
                    processingTimeout: seconds("5s"),
                    retries: 3,
                },
                model: { maxTokens: 2000, temperature: 0.7, requestsPerMinute: 100 },
            },
            openai: { model: "gpt-4" },
        });
        const variables = variablesOf(resources, "api");
        assert.equal(variables.RECORDING_MAX_CONCURRENT, "1000");
        assert.equal(variables.PROCESSING_TIMEOUT_MS, "5000");
        assert.equal(variables.PROCESSING_RETRIES, "3");
        assert.equal(variables.OPENAI_MODEL, "gpt-4");
        assert.equal(variables.OPENAI_MAX_TOKENS, "2000");
        assert.equal(variables.OPENAI_TEMPERATURE, "0.7");
        assert.equal(variables.OPENAI_REQUESTS_PER_MINUTE, "100");
        assert.equal(variables.OPENAI_API_KEY, "vault:dev-openai-api-key");
    });

    it("lets its caller have the last word on a variable, in clear or sealed", async () => {
        const resources = await planApi({
            variables: { LOG_LEVEL: "warn", REGION: "uk" },
            sealed: { PARTNER_TOKEN: "s3cret" },
            secrets: ["MAPS_API_KEY"],
        });
        const variables = variablesOf(resources, "api");
        assert.equal(variables.LOG_LEVEL, "warn");
        assert.equal(variables.REGION, "uk");
        assert.equal(variables.PARTNER_TOKEN, "vault:dev-voice-api-partner-token");
        assert.equal(variables.MAPS_API_KEY, "vault:dev-maps-api-key");
        assert.ok(!JSON.stringify(named(resources, "api-service")).includes("s3cret"));
    });

    it("takes what it is told of size, scale and port", async () => {
        const resources = await planApi({
            cpu: 2,
            memory: mebibytes("1Gi"),
            instances: { min: 1, max: 3 },
            concurrency: 40,
            timeout: seconds("2m"),
            port: 8080,
            public: false,
        });
        const { template, scaling } = named(resources, "api-service").inputs;
        const [container] = template.containers;
        assert.deepEqual(container.resources.limits, { cpu: "2", memory: "1024Mi" });
        assert.deepEqual(scaling, { minInstanceCount: 1, maxInstanceCount: 3 });
        assert.equal(template.maxInstanceRequestConcurrency, 40);
        assert.equal(template.timeout, "120s");
        assert.equal(container.ports.containerPort, 8080);
        assert.equal(container.livenessProbe.httpGet.port, 8080);
        assert.equal(ofType(resources, "gcp:cloudrunv2/serviceIamMember:ServiceIamMember").length, 0);
    });
});
