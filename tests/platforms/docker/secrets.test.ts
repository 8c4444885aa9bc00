import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { contentOf, delivered } from "../../../platforms/docker/secrets";
import { VaultSecret } from "../../../platforms/platform";
import { plannedOnHost } from "./host";

describe("secrets on a Docker host", () => {
    const variables = (secret: VaultSecret) => ({ LOG_LEVEL: "info", API_KEY_JWT_SECRET: secret });

    it("are files in a folder, named by variables", async () => {
        await plannedOnHost((host) => {
            const secret = host.secret("jwt", { called: "api-key-jwt-secret", value: "hidden" });
            const { variables: clear, texts } = delivered(variables(secret), "files");
            assert.deepEqual(clear, {
                LOG_LEVEL: "info",
                API_KEY_JWT_SECRET_FILE: "/run/secrets/api-key-jwt-secret",
            });
            assert.deepEqual(
                texts.map(({ name }) => name),
                ["api-key-jwt-secret"],
            );
        });
    });

    it("are variables where the application reads nothing else, and stay marked as secret", async () => {
        await plannedOnHost(async (host) => {
            const secret = host.secret("jwt", { called: "api-key-jwt-secret", value: "hidden" });
            const { variables: clear, texts } = delivered(variables(secret), "variables");
            assert.deepEqual(Object.keys(clear), ["LOG_LEVEL", "API_KEY_JWT_SECRET"]);
            assert.deepEqual(texts, []);
            assert.ok(await pulumi.isSecret(clear.API_KEY_JWT_SECRET as pulumi.Output<string>));
        });
    });

    it("carry the environment's name, and grant nobody anything: what is handed over is the container's own", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const secret = host.secret("jwt", { called: "api-key-jwt-secret", value: "hidden" });
            assert.equal(secret.id, "dev-api-key-jwt-secret");
            assert.deepEqual(secret.ready, []);
            secret.grant("api-reads-it", host.identity("api", { account: "api", description: "" }), parent);
        });
        assert.ok(!resources.some(({ name }) => name === "api-reads-it"));
    });

    it("of another platform are no use here", () => {
        const foreign = new VaultSecret("dev-x", pulumi.output("dev-x"), () => assert.fail(), []);
        assert.throws(() => contentOf(foreign), /dev-x is another platform's/);
    });
});
