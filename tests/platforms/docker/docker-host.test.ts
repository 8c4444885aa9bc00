import { strict as assert } from "node:assert";
import { theOnly } from "../engine";
import { plannedOnHost } from "./host";

describe("a Docker host", () => {
    const absent = ["documents", "imageRegistry", "auditLogs"] as const;
    for (const what of absent)
        it(`refuses ${what}, which it has not, and says so`, async () => {
            await assert.rejects(
                plannedOnHost((host) => host[what]()),
                /is not to be had on a Docker host/,
            );
        });

    it("names everything by project and environment, and reaches no engine by itself", async () => {
        const resources = await plannedOnHost((host) => assert.equal(host.prefix, "voice-dev"), {
            host: "ssh://deploy@host.example",
        });
        const { inputs } = theOnly(resources, "ringfence:index:DockerHost");
        assert.deepEqual(inputs, { environment: "dev", tier: "sandbox", host: "ssh://deploy@host.example" });
        assert.deepEqual(
            resources.filter(({ type }) => type.startsWith("docker:") || type.startsWith("pulumi:providers")),
            [],
        );
    });

    it("is reached at the address that is said, else at the one that the front is bound to", async () => {
        const front = {
            address: "203.0.113.7",
            port: 443,
            name: "localhost",
            routes: "paths",
            tls: { from: "edge" },
        } as const;
        await plannedOnHost((host) => assert.equal(host.publicAddress, "203.0.113.7"), { front });
        await plannedOnHost((host) => assert.equal(host.publicAddress, "198.51.100.1"), {
            front,
            publicAddress: "198.51.100.1",
        });
        await plannedOnHost((host) => assert.equal(host.publicAddress, undefined));
    });

    it("tells in an update who is to supply a secret that is missing", async () => {
        await assert.rejects(
            plannedOnHost((host) => host.secret("key", { called: "gemini-api-key" })),
            /nobody has supplied dev-gemini-api-key yet: `ringfence secrets`/,
        );
    });
});
