import { strict as assert } from "node:assert";
import { type Document, mandatory, planOf, planOfFixture, planWith, serviceOf, stackOf, variablesOf } from "./plan";

/** Cloudflare closes a connection that is silent for 100 s: https://developers.cloudflare.com/fundamentals/reference/connection-limits */
const cloudflareIdleSeconds = 100;

describe("VOX, what every voice platform needs", () => {
    let plan: Document;
    let intruders: Document;
    before(async () => {
        plan = await planOf();
        intruders = await planOfFixture("intruders");
    });
    const gateways = () =>
        Object.entries(plan.stacks)
            .filter(([, { platform }]) => platform === "gcp")
            .map(([name, stack]) => ({ name, service: serviceOf(stack, "VoiceGateway") }));

    it("VOX-1 lets a call last: longest call ≤ drain ≤ request timeout ≤ 3600 s in every environment", () => {
        for (const { name, service } of gateways()) {
            const { CALL_MAX_SECONDS, DRAIN_SECONDS, HEARTBEAT_SECONDS } = variablesOf(service);
            const timeout = Number.parseInt(service.inputs.template.timeout, 10);
            assert.ok(Number(CALL_MAX_SECONDS) > 0, name);
            assert.ok(Number(CALL_MAX_SECONDS) <= Number(DRAIN_SECONDS), name);
            assert.ok(Number(DRAIN_SECONDS) <= timeout && timeout <= 3600, name);
            assert.ok(Number(HEARTBEAT_SECONDS) < cloudflareIdleSeconds, name);
        }
    });

    it("VOX-1 refuses a call that is longer than a request may take", async () => {
        const { errors } = await planWith("main", "longest: 55m", "longest: 61m");
        assert.ok(errors.length > 0);
        assert.ok(errors.every(({ stack, key }) => stack === "main" && key.startsWith("ringfence:gateway")));
    });

    it("VOX-2 scales every gateway on its open connections, and leaves CPU out of it", () => {
        for (const { name, service } of gateways()) {
            const { scaling, containers } = service.inputs.template;
            assert.ok(scaling.concurrencyUtilization > 0 && scaling.concurrencyUtilization < 1, name);
            assert.equal(scaling.cpuUtilization, 0, name);
            assert.equal(containers[0].resources.cpuIdle, false, `${name}: an idle connection needs its CPU`);
        }
    });

    it("VOX-3 refuses a value that is not known yet where it comes from another environment", () => {
        const broken = mandatory(stackOf(intruders, "beta"));
        assert.ok(
            broken.some(({ policy, urn }) => policy === "own-data-sources" && urn.endsWith("::report")),
            JSON.stringify(broken),
        );
    });

    it("VOX-3 passes a value that is not known yet where it comes from the own environment", () => {
        const { inputs } =
            stackOf(plan, "staging").resources.find(({ name }) => name.endsWith("database-url-version")) ?? {};
        assert.match(inputs.secretData, /#privateIpAddress\}/);
        assert.deepEqual(mandatory(stackOf(plan, "staging")), []);
    });

    it("VOX-4 finds what two stacks hold in common, though each by itself passes", async () => {
        const [beta, staging] = ["mva-voice-beta", "mva-voice-staging"] as const;
        const { isolation } = await planWith("beta", `gcp:project: ${beta}`, `gcp:project: ${staging}`);
        assert.ok(isolation.violations.some(({ message }) => message.includes(staging)));
        assert.deepEqual((await planOf()).isolation.violations, []);
    });
});
