import assert from "node:assert/strict";
import {
    bannerOf,
    concurrencyOf,
    databaseAvailabilityOf,
    drainOf,
    gatewaySessionsOf,
    hostsOf,
    imageOf,
    instancesOf,
    redisAvailabilityOf,
    serviceNameOf,
    services,
} from "../../environment";
import { digest, environmentOf, image } from "./fixtures";

const sandbox = environmentOf("sandbox");
const preProduction = environmentOf("pre-production");
const production = environmentOf("production");

describe("what a stack file leaves out", () => {
    it("MVA-2 MVA-4 scales with the tier", () => {
        const web = [sandbox, preProduction, production].map((environment) => instancesOf(environment, "web"));
        assert.deepEqual(web, [
            { min: 0, max: 1 },
            { min: 1, max: 2 },
            { min: 2, max: 4 },
        ]);
        const instances = { min: 3, max: 9 };
        assert.deepEqual(
            instancesOf(environmentOf("production", { "ringfence:web": { instances } }), "web"),
            instances,
        );
    });
    it("takes 80 requests an instance", () => {
        assert.equal(concurrencyOf(sandbox, "web"), 80);
        assert.equal(concurrencyOf(sandbox, "api"), 20);
    });
    it("MVA-2 names a service for its stack", () => {
        assert.equal(serviceNameOf(sandbox, "api"), "voice-agent-beta");
        assert.deepEqual(
            services.map((service) =>
                serviceNameOf(environmentOf("sandbox", { "ringfence:api.name": undefined }), service),
            ),
            ["api-beta", "gateway-beta", "web-beta"],
        );
    });
    it("MVA-11 is one image for all services unless one has its own", () => {
        assert.deepEqual([...new Set(services.map((service) => imageOf(sandbox, service).reference))], [image]);
        const own = `acme/web@${digest}`;
        const mixed = environmentOf("production", { "ringfence:release.images": { web: own } });
        assert.equal(imageOf(mixed, "web").reference, own);
        assert.equal(imageOf(mixed, "web").digest, digest);
        assert.equal(imageOf(mixed, "api").tag, "1.4.0");
        assert.throws(() => imageOf({ release: { name: "r", images: {}, serving: {} } }, "web"), RangeError);
    });
    it("ORB-1 ORA-12 is reached at names that tell the environment", () => {
        assert.deepEqual(hostsOf(production), {
            api: "api.acme.example",
            voice: "voice.acme.example",
            web: "www.acme.example",
            apex: "acme.example",
        });
        assert.deepEqual(hostsOf(preProduction), {
            api: "staging-api.acme.example",
            voice: "staging-voice.acme.example",
            web: "staging.acme.example",
            apex: undefined,
        });
    });
    it("has no apex where a service has it, and no hosts without a domain", () => {
        const hosts = { web: "acme.example" };
        assert.equal(hostsOf(environmentOf("production", { "ringfence:domain.hosts": hosts }))?.apex, undefined);
        assert.equal(hostsOf(environmentOf("production", { "ringfence:domain": undefined })), undefined);
    });
    it("ACG-3 is available as the tier demands", () => {
        const all = [sandbox, preProduction, production];
        assert.deepEqual(all.map(databaseAvailabilityOf), ["zonal", "zonal", "regional"]);
        assert.deepEqual(all.map(redisAvailabilityOf), ["basic", "standard", "standard"]);
        const regional = environmentOf("pre-production", { "ringfence:database.availability": "regional" });
        assert.equal(databaseAvailabilityOf(regional), "regional");
    });
    it("ORB-7 keeps calls in Redis where there is one", () => {
        assert.equal(gatewaySessionsOf(production), "redis");
        assert.equal(gatewaySessionsOf(sandbox), "memory");
        assert.equal(
            gatewaySessionsOf(
                environmentOf("sandbox", { "ringfence:redis": {}, "ringfence:gateway.sessions": "memory" }),
            ),
            "memory",
        );
    });
    it("VOX-1 drains for the longest call", () => {
        assert.equal(drainOf(sandbox), 30 * 60);
        assert.equal(drainOf(environmentOf("sandbox", { "ringfence:gateway.calls.drain": "40m" })), 40 * 60);
    });
    it("ORA-9 has the banner that was written", () => {
        assert.equal(bannerOf(preProduction), "STAGING ENVIRONMENT");
        assert.equal(bannerOf(production), undefined);
    });
});
