import { strict as assert } from "node:assert";
import { Redis, seconds, VoiceApi, VoiceGateway } from "../../components";
import { cloud } from "../platforms/cloud";
import { named, ofType, planned } from "../platforms/engine";
import { variablesOf } from "./variables";

const image = `europe-west2-docker.pkg.dev/acme/voice/gateway:1.4.0@sha256:${"b".repeat(64)}`;
type Args = ConstructorParameters<typeof VoiceGateway>[1];
const api = { url: "https://voice-api-dev-7k2mq3x5na-nw.a.run.app" };
const planGateway = (more: Partial<Args> = {}) =>
    planned(() => new VoiceGateway("gateway", { platform: cloud("production"), image, release: "r1", api, ...more }));

describe("VoiceGateway, alone in a bare program", () => {
    it("ORB-7 listens on 4001 with 1 CPU and 512 MB and runs 2 to 4 instances in production", async () => {
        const { inputs } = named(await planGateway(), "gateway-service");
        const [container] = inputs.template.containers;
        assert.equal(container.ports.containerPort, 4001);
        assert.equal(container.livenessProbe.httpGet.path, "/health");
        assert.equal(container.livenessProbe.httpGet.port, 4001);
        assert.deepEqual(container.resources.limits, { cpu: "1", memory: "512Mi" });
        assert.deepEqual(inputs.scaling, { minInstanceCount: 2, maxInstanceCount: 4 });
    });

    it("ORB-7 asks gemini-2.0-flash with a key from the vault", async () => {
        const variables = variablesOf(await planGateway({ gemini: {} }), "gateway");
        assert.equal(variables.GEMINI_MODEL, "gemini-2.0-flash");
        assert.equal(variables.GEMINI_API_KEY, "vault:dev-gemini-api-key");
    });

    it("ORB-7 finds the API at API_HOST and API_PORT, which is the port that callers use on this platform", async () => {
        const variables = variablesOf(await planGateway(), "gateway");
        assert.equal(variables.API_HOST, "voice-api-dev-7k2mq3x5na-nw.a.run.app");
        assert.equal(variables.API_PORT, "443");
        assert.equal(variables.API_PROTOCOL, "https");
        assert.equal(variables.API_URL, api.url);
    });

    it("ORB-7 finds an API at 3000 where that is the port that callers use", async () => {
        const variables = variablesOf(await planGateway({ api: { url: "http://api:3000" } }), "gateway");
        assert.deepEqual([variables.API_HOST, variables.API_PORT, variables.API_PROTOCOL], ["api", "3000", "http"]);
    });

    it("ORB-7 is sticky only where the state of its calls is in memory", async () => {
        const sticky = async (more: (platform: ReturnType<typeof cloud>) => Partial<Args>) => {
            const resources = await planned(() => {
                const platform = cloud();
                new VoiceGateway("gateway", { platform, image, release: "r1", api, ...more(platform) });
            });
            const { SESSION_STORE } = variablesOf(resources, "gateway");
            return [named(resources, "gateway-service").inputs.template.sessionAffinity, SESSION_STORE];
        };
        const redis = (platform: ReturnType<typeof cloud>) => new Redis("redis", { platform });
        assert.deepEqual(await sticky(() => ({})), [true, "memory"]);
        assert.deepEqual(await sticky((platform) => ({ redis: redis(platform) })), [false, "redis"]);
        assert.deepEqual(await sticky((platform) => ({ redis: redis(platform), sessions: "memory" })), [
            true,
            "memory",
        ]);
    });

    it("VOX-1 lets a call last as long as it may: the request timeout holds the longest call and the drain", async () => {
        const resources = await planGateway();
        const variables = variablesOf(resources, "gateway");
        const timeout = Number.parseInt(named(resources, "gateway-service").inputs.template.timeout, 10);
        assert.equal(variables.CALL_MAX_SECONDS, "3300");
        assert.equal(variables.DRAIN_SECONDS, "3300");
        assert.ok(Number(variables.CALL_MAX_SECONDS) <= Number(variables.DRAIN_SECONDS));
        assert.ok(Number(variables.DRAIN_SECONDS) <= timeout);
        assert.ok(timeout <= 3600);
        // Cloudflare closes a connection that is silent for 100 s.
        assert.ok(Number(variables.HEARTBEAT_SECONDS) < 100);
    });

    it("VOX-1 drains for as long as the longest call unless told otherwise", async () => {
        const longest = seconds("10m");
        const usual = variablesOf(await planGateway({ calls: { longest } }), "gateway");
        assert.equal(usual.DRAIN_SECONDS, "600");
        const told = variablesOf(await planGateway({ calls: { longest, drain: seconds("15m") } }), "gateway");
        assert.equal(told.DRAIN_SECONDS, "900");
    });

    it("VOX-2 scales on open connections at 70 % of what an instance takes, and keeps its CPU between words", async () => {
        const { template } = named(await planGateway(), "gateway-service").inputs;
        assert.equal(template.scaling.concurrencyUtilization, 0.7);
        assert.equal(template.scaling.cpuUtilization, 0);
        assert.equal(template.containers[0].resources.cpuIdle, false);
    });

    it("may call an API that is not public, and gets no permission for one that is", async () => {
        const callers = async (open: boolean) => {
            const resources = await planned(() => {
                const platform = cloud();
                const { service } = new VoiceApi("api", { platform, image, release: "r1", public: open });
                new VoiceGateway("gateway", { platform, image, release: "r1", api: service });
            });
            const grants = ofType(resources, "gcp:cloudrunv2/serviceIamMember:ServiceIamMember");
            return grants.filter(({ inputs }) => inputs.name === "voice-api-dev").map(({ inputs }) => inputs.member);
        };
        assert.deepEqual(await callers(true), ["allUsers"]);
        assert.deepEqual(await callers(false), [
            "serviceAccount:voice-gateway-dev@acme-voice-dev.iam.gserviceaccount.com",
        ]);
    });
});
