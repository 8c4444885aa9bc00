import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { made, plannedOnHost, textsOf, variablesOf } from "./host";

const planned = () =>
    plannedOnHost((host, parent) => host.tunnelConnector("tunnel", { token: pulumi.secret("opens") }, parent));

describe("the connector of a tunnel", () => {
    it("opens no port of the host and has no name there, so that the next one is connected before it leaves", async () => {
        const { inputs, opts } = made(await planned(), "tunnel-connector");
        assert.deepEqual([inputs.ports, inputs.name], [undefined, undefined]);
        assert.equal(opts.deleteBeforeReplace, false);
        assert.equal(inputs.destroyGraceSeconds, 40);
    });

    it("finds its token in a file", async () => {
        const resources = await planned();
        const connector = made(resources, "tunnel-connector");
        assert.deepEqual(variablesOf(connector), { TUNNEL_TOKEN_FILE: "/run/secrets/tunnel-token" });
        const carrier = made(resources, "tunnel-token-files");
        assert.deepEqual(textsOf(carrier), { "/run/secrets/tunnel-token": "opens" });
        assert.ok(carrier.hasSecrets);
        assert.ok(!JSON.stringify(connector.inputs).includes("opens"));
    });

    it("is healthy while it is connected, and reaches services, never data", async () => {
        const { healthcheck, networksAdvanced } = made(await planned(), "tunnel-connector").inputs;
        assert.deepEqual(healthcheck.tests.slice(0, 2), ["CMD", "cloudflared"]);
        assert.equal(healthcheck.tests.at(-1), "ready");
        assert.deepEqual(
            networksAdvanced.map(({ name }: { name: string }) => name),
            ["voice-dev-services"],
        );
    });
});
