import { strict as assert } from "node:assert";
import type * as pulumi from "@pulumi/pulumi";
import { VoicePlatform, type VoicePlatformOutputs } from "../../components";
import type { Environment } from "../../environment";
import { named, ofType, planned, type Registered } from "../platforms/engine";
import { preProduction, production, sandbox } from "./environments";
import { variablesOf } from "./variables";

async function planEnvironment(environment: Environment) {
    let outputs: VoicePlatformOutputs | undefined;
    const resources: readonly Registered[] = await planned(() => {
        outputs = new VoicePlatform("voice", { environment }).outputs;
    });
    assert.ok(outputs);
    return { resources, outputs };
}
const known = (value: pulumi.Output<string>): Promise<string> => new Promise((resolve) => value.apply(resolve));

describe("VoicePlatform", () => {
    it("MVA-2 makes of the sandbox a service voice-agent-beta with at most 1 instance, none when idle", async () => {
        const { resources } = await planEnvironment(sandbox());
        const api = named(resources, "voice-api-service").inputs;
        assert.equal(api.name, "voice-agent-beta");
        assert.deepEqual(api.scaling, { minInstanceCount: 0, maxInstanceCount: 1 });
        assert.equal(api.template.scaling.maxInstanceCount, 1);
    });

    it("MVA-2 gives the sandbox Firestore, mock customers from a CSV and the Salesforce sandbox", async () => {
        const { resources } = await planEnvironment(sandbox());
        const variables = variablesOf(resources, "voice-api");
        assert.equal(variables.FIRESTORE_DATABASE, "voice-database-beta");
        assert.equal(variables.CUSTOMERS_SOURCE, "mock");
        assert.equal(variables.CUSTOMERS_FILE, "fixtures/customers.csv");
        assert.equal(variables.SF_SANDBOX_URL, "https://acme--beta.sandbox.my.salesforce.com");
        assert.equal(variables.SF_ACCESS, "sandbox");
        assert.ok(!("SF_URL" in variables));
    });

    it("keeps a sandbox without PostgreSQL and Redis free of a network", async () => {
        const { resources } = await planEnvironment(sandbox());
        assert.deepEqual(
            resources.filter(({ type }) => type.startsWith("gcp:compute/")),
            [],
        );
    });

    it("MVA-3 gives pre-production a credential of Salesforce that can only read", async () => {
        const { resources } = await planEnvironment(preProduction());
        const variables = variablesOf(resources, "voice-api");
        assert.equal(variables.SF_ACCESS, "read");
        assert.equal(variables.SF_READONLY_CLIENT_SECRET, "vault:staging-salesforce-read-only-client-secret");
        assert.ok(!("SF_CLIENT_SECRET" in variables));
    });

    it("MVA-4 gives production its higher concurrency", async () => {
        const concurrency = async (environment: Environment) =>
            named((await planEnvironment(environment)).resources, "voice-api-service").inputs.template
                .maxInstanceRequestConcurrency;
        assert.deepEqual([await concurrency(preProduction()), await concurrency(production())], [80, 200]);
    });

    it("MVA-10 gives every environment its own VONAGE_APPLICATION_ID", async () => {
        const applications: (string | undefined)[] = [];
        for (const environment of [sandbox(), preProduction(), production()]) {
            const { resources } = await planEnvironment(environment);
            applications.push(variablesOf(resources, "voice-api").VONAGE_APPLICATION_ID);
        }
        assert.deepEqual(applications, [
            "11111111-1111-4111-8111-111111111111",
            "22222222-2222-4222-8222-222222222222",
            "33333333-3333-4333-8333-333333333333",
        ]);
    });

    it("MVA-11 runs one image as three services, told apart by their arguments", async () => {
        const environment = production({
            api: { name: "voice-agent", args: ["api"] },
            gateway: { args: ["gateway"] },
            web: { args: ["web"] },
        });
        const { resources } = await planEnvironment(environment);
        const containers = ofType(resources, "gcp:cloudrunv2/service:Service").map(
            ({ inputs }) => inputs.template.containers[0],
        );
        assert.equal(new Set(containers.map(({ image }) => image)).size, 1);
        assert.deepEqual(containers.flatMap(({ args }) => args).sort(), ["api", "gateway", "web"]);
    });

    it("ORB-7 wires the gateway to the API and to Redis", async () => {
        const { resources } = await planEnvironment(production());
        const variables = variablesOf(resources, "voice-gateway");
        assert.equal(variables.API_HOST, "voice-agent-main-7k2mq3x5na-nw.a.run.app");
        assert.equal(variables.REDIS_URL, "vault:main-redis-url");
        assert.ok(!("DATABASE_URL" in variables));
    });

    it("ORB-8 tells the web front end the public addresses, or the platform's where there is no domain", async () => {
        const withDomain = variablesOf((await planEnvironment(production())).resources, "voice-web");
        assert.equal(withDomain.NEXT_PUBLIC_API_URL, "https://api.example.com");
        assert.equal(withDomain.NEXT_PUBLIC_VOICE_GATEWAY_URL, "wss://voice.example.com");
        const { resources } = await planEnvironment(sandbox({ domain: undefined }));
        const without = variablesOf(resources, "voice-web");
        assert.match(without.NEXT_PUBLIC_API_URL ?? "", /^https:\/\/voice-agent-beta-.*\.run\.app$/);
        assert.match(without.NEXT_PUBLIC_VOICE_GATEWAY_URL ?? "", /^wss:\/\/.*\.run\.app$/);
        assert.deepEqual(
            resources.filter(({ type }) => type.startsWith("cloudflare:")),
            [],
        );
    });

    it("ORA-9 shows the banner of pre-production on every page", async () => {
        const { resources } = await planEnvironment(preProduction());
        assert.equal(variablesOf(resources, "voice-web").BANNER, "STAGING ENVIRONMENT");
    });

    it("ORB-11 has no secret in clear in any service, those that were encrypted in the stack file included", async () => {
        const environment = sandbox({ api: { name: "voice-agent", variables: { PARTNER_TOKEN: "s3cret" } } });
        const encrypted: Environment = { ...environment, encrypted: new Set(["api"]) };
        const { resources } = await planEnvironment(encrypted);
        assert.equal(variablesOf(resources, "voice-api").PARTNER_TOKEN, "vault:beta-voice-api-partner-token");
        for (const service of ofType(resources, "gcp:cloudrunv2/service:Service")) {
            assert.ok(!JSON.stringify(service.inputs).includes("s3cret"));
            assert.equal(service.hasSecrets, false);
        }
        const plain = await planEnvironment(environment);
        assert.equal(variablesOf(plain.resources, "voice-api").PARTNER_TOKEN, "s3cret");
    });

    it("makes nothing outside itself, and names every child after itself", async () => {
        const { resources } = await planEnvironment(production());
        for (const { name, parent } of resources.filter((resource) => resource.name !== "voice")) {
            assert.notEqual(parent, "", name);
            assert.ok(name.startsWith("voice-"), name);
        }
    });

    it("ACG-10 has everything under a name or label of the environment", async () => {
        const { resources } = await planEnvironment(production());
        const labelled = [
            "gcp:cloudrunv2/service:Service",
            "gcp:redis/instance:Instance",
            "gcp:secretmanager/secret:Secret",
        ];
        for (const { type, name, inputs } of resources.filter((resource) => labelled.includes(resource.type)))
            assert.deepEqual(
                [inputs.labels.environment, inputs.labels.tier],
                ["main", "production"],
                `${type} ${name}`,
            );
        for (const { inputs } of ofType(resources, "gcp:sql/databaseInstance:DatabaseInstance"))
            assert.equal(inputs.settings.userLabels.environment, "main");
    });

    it("prints addresses, revisions, host names and what is left to supply", async () => {
        const { resources, outputs } = await planEnvironment(production());
        assert.deepEqual(outputs.hosts, ["api.example.com", "voice.example.com", "www.example.com", "example.com"]);
        assert.equal(await known(outputs.urls.api ?? assert.fail()), "https://api.example.com");
        assert.equal(await known(outputs.urls.gateway ?? assert.fail()), "wss://voice.example.com");
        assert.equal(await known(outputs.urls.web ?? assert.fail()), "https://www.example.com");
        assert.equal(
            await known(outputs.revisions.api ?? assert.fail()),
            named(resources, "voice-api-service").inputs.template.revision,
        );
        assert.deepEqual(
            outputs.secretsToSupply.map(({ variable }) => variable),
            ["GEMINI_API_KEY", "OPENAI_API_KEY", "SF_CLIENT_SECRET", "VOIP_PASSWORD", "VONAGE_PRIVATE_KEY"],
        );
    });

    it("puts every service behind the load balancer where there is one, and its callers on the network", async () => {
        const domain = {
            zone: "example.com",
            zoneId: "0".repeat(32),
            accountId: "f".repeat(32),
            entry: "load-balancer",
        };
        const { resources, outputs } = await planEnvironment(sandbox({ domain }));
        for (const { inputs } of ofType(resources, "gcp:cloudrunv2/service:Service"))
            assert.equal(inputs.ingress, "INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER");
        const egress = (service: string) => named(resources, service).inputs.template.vpcAccess?.egress;
        assert.equal(egress("voice-gateway-service"), "PRIVATE_RANGES_ONLY");
        assert.equal(egress("voice-web-service"), undefined);
        assert.ok(named(resources, "voice-gateway-identity"));
        assert.deepEqual(outputs.hosts, ["beta-api.example.com", "beta-voice.example.com", "beta.example.com"]);
        assert.equal(named(resources, "voice-balancer-address").parent, "voice-balancer");
    });

    it("MVA-9 points a service at the revision that a rollback names", async () => {
        const serving = "voice-agent-main-r2026-10-1-0a1b2c3d";
        const { resources } = await planEnvironment(production({ release: { serving: { api: serving } } }));
        const { traffics, template } = named(resources, "voice-api-service").inputs;
        assert.equal(traffics[0].revision, serving);
        assert.notEqual(template.revision, serving);
    });

    it("protects in production everything that holds data, and nothing in the sandbox", async () => {
        const protectedOnes = async (environment: Environment) =>
            (await planEnvironment(environment)).resources
                .filter(({ inputs }) => inputs.deletionProtection === true)
                .map(({ name }) => name)
                .sort();
        assert.deepEqual(await protectedOnes(sandbox({ redis: {} })), []);
        assert.deepEqual(await protectedOnes(production()), [
            "voice-api-service",
            "voice-database-replica-1",
            "voice-database-server",
            "voice-gateway-service",
            "voice-redis-server",
            "voice-web-service",
        ]);
    });
});
