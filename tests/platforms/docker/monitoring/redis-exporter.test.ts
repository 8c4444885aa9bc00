import { strict as assert } from "node:assert";
import { made, textsOf, variablesOf } from "../host";
import { watched, withRedis } from "./watched-host";

describe("what looks into Redis", () => {
    it("finds the password in a file, by the server's address", async () => {
        const resources = await watched({}, withRedis);
        const exporter = made(resources, "watch-redis-exporter");
        assert.deepEqual(variablesOf(exporter), {
            REDIS_ADDR: "redis://voice-dev-redis:6379",
            REDIS_PASSWORD_FILE: "/run/secrets/passwords.json",
        });
        const carrier = made(resources, "watch-redis-exporter-secrets-files");
        const passwords = JSON.parse(textsOf(carrier)["/run/secrets/passwords.json"] ?? "");
        assert.deepEqual(Object.keys(passwords), ["redis://voice-dev-redis:6379"]);
    });
});
