import { strict as assert } from "node:assert";
import {
    type Document,
    mandatory,
    ofType,
    type Part,
    planOf,
    planWith,
    serviceOf,
    serviceType,
    stackOf,
    theOnly,
    variablesOf,
} from "./plan";

describe("ORB, as production has it", () => {
    let plan: Document;
    before(async () => {
        plan = await planOf();
    });
    const main = () => stackOf(plan, "main");
    const variables = (part: Part) => variablesOf(serviceOf(main(), part));
    const container = (part: Part) => serviceOf(main(), part).inputs.template.containers[0];

    /** What ORB-6, ORB-7 and ORB-8 have in common. */
    function answers(part: Part, port: number): void {
        const { ports, resources, livenessProbe, startupProbe } = container(part);
        assert.equal(ports.containerPort, port);
        assert.deepEqual(resources.limits, { cpu: "1", memory: "512Mi" });
        for (const { httpGet } of [livenessProbe, startupProbe]) assert.deepEqual(httpGet, { path: "/health", port });
        assert.equal(serviceOf(main(), part).inputs.scaling.minInstanceCount, 2);
    }

    it("ORB-6 runs two instances of the API on port 3000 with 1 CPU and 512 MB, asked at /health", () => {
        answers("VoiceApi", 3000);
    });

    it("ORB-6 gives the API DATABASE_URL, REDIS_URL and API_KEY_JWT_SECRET from the vault, NODE_ENV=production", () => {
        const { DATABASE_URL, REDIS_URL, API_KEY_JWT_SECRET, NODE_ENV } = variables("VoiceApi");
        assert.equal(DATABASE_URL, "vault:main-database-url");
        assert.equal(REDIS_URL, "vault:main-redis-url");
        assert.equal(API_KEY_JWT_SECRET, "vault:main-api-key-jwt-secret");
        assert.equal(NODE_ENV, "production");
    });

    it("ORB-7 runs two to four gateways on port 4001 with 1 CPU and 512 MB, asked at /health", () => {
        answers("VoiceGateway", 4001);
        const { scaling } = serviceOf(main(), "VoiceGateway").inputs;
        assert.deepEqual(scaling, { minInstanceCount: 2, maxInstanceCount: 4 });
    });

    it("ORB-7 gives the gateway Gemini, Redis and the API's address, at the port that callers use", () => {
        const { GEMINI_API_KEY, GEMINI_MODEL, REDIS_URL, API_HOST = "", API_PORT } = variables("VoiceGateway");
        assert.equal(GEMINI_API_KEY, "vault:main-gemini-api-key");
        assert.equal(GEMINI_MODEL, "gemini-2.0-flash");
        assert.equal(REDIS_URL, "vault:main-redis-url");
        assert.ok(API_HOST.includes(serviceOf(main(), "VoiceApi").urn), API_HOST);
        // The container listens on 3000; Cloud Run takes callers on 443 only.
        assert.equal(API_PORT, "443");
    });

    it("ORB-7 keeps calls in Redis, so no session has to stick to an instance", () => {
        assert.equal(variables("VoiceGateway").SESSION_STORE, "redis");
        assert.equal(serviceOf(main(), "VoiceGateway").inputs.template.sessionAffinity, false);
    });

    it("ORB-8 runs two instances of the front end on port 3001 with 1 CPU and 512 MB, asked at /health", () => {
        answers("Web", 3001);
    });

    it("ORB-8 tells the front end https://api.<domain> and wss://voice.<domain>", () => {
        const { NEXT_PUBLIC_API_URL, NEXT_PUBLIC_VOICE_GATEWAY_URL } = variables("Web");
        assert.equal(NEXT_PUBLIC_API_URL, "https://api.mva-voice.example");
        assert.equal(NEXT_PUBLIC_VOICE_GATEWAY_URL, "wss://voice.mva-voice.example");
    });

    it("ORB-10 has PostgreSQL with 20 GB, a backup every day of which seven are kept, by TLS alone", () => {
        const servers = ofType(main(), "gcp:sql/databaseInstance:DatabaseInstance");
        const { settings } = servers.find(({ inputs }) => inputs.masterInstanceName === undefined)?.inputs ?? {};
        assert.equal(settings.diskSize, 20);
        const { enabled, backupRetentionSettings } = settings.backupConfiguration;
        assert.deepEqual([enabled, backupRetentionSettings.retainedBackups], [true, 7]);
        for (const { inputs } of servers) {
            assert.equal(inputs.settings.ipConfiguration.sslMode, "ENCRYPTED_ONLY");
            assert.equal(inputs.settings.ipConfiguration.ipv4Enabled, false);
        }
    });

    it("ORB-10 has Redis in the standard tier with 1 GB, by TLS alone", () => {
        const { tier, memorySizeGb, transitEncryptionMode } = theOnly(main(), "gcp:redis/instance:Instance").inputs;
        assert.deepEqual([tier, memorySizeGb, transitEncryptionMode], ["STANDARD_HA", 1, "SERVER_AUTHENTICATION"]);
    });

    it("ORB-11 gives every service its secrets by reference to the vault of its own environment", () => {
        for (const [stack, document] of Object.entries(plan.stacks)) {
            const known = ofType(document, "gcp:secretmanager/secret:Secret").map(({ inputs }) => inputs.secretId);
            for (const service of ofType(document, serviceType)) {
                for (const [name, value] of Object.entries(variablesOf(service))) {
                    const where = `${name} of ${service.name}`;
                    if (/SECRET|PASSWORD|_KEY$|^(DATABASE|REDIS)_URL/.test(name)) assert.match(value, /^vault:/, where);
                    if (value.startsWith("vault:")) assert.ok(known.includes(value.slice("vault:".length)), where);
                }
                assert.deepEqual(service.secrets, [], `${service.name} of ${stack} holds a secret itself`);
            }
            assert.deepEqual(mandatory(document), []);
        }
    });

    it("ORB-11 shows no secret value in a plan: what the vault is given is a reference or masked", () => {
        for (const document of Object.values(plan.stacks)) {
            for (const { name, inputs } of ofType(document, "gcp:secretmanager/secretVersion:SecretVersion")) {
                const clear = inputs.secretData.replaceAll(/\$\{[^}]+\}|\[secret\]/g, "");
                assert.equal(clear, "", name);
            }
        }
    });

    it("ORB-18 rolls back by sending the traffic to an earlier revision, and touches no database", async () => {
        const revision = "voice-agent-main-r-earlier";
        const back = stackOf(
            await planWith("main", "    name: r0", `    name: r0\n    serving: { api: ${revision} }`),
            "main",
        );
        const { template, traffics } = serviceOf(back, "VoiceApi").inputs;
        assert.deepEqual(
            traffics.map((target: { revision: string; percent: number }) => [target.revision, target.percent]),
            [[revision, 100]],
        );
        assert.deepEqual(template, serviceOf(main(), "VoiceApi").inputs.template);
        const others = ({ resources }: typeof back) => resources.filter(({ name }) => name !== "main-api-service");
        assert.deepEqual(others(back), others(main()));
    });
});
