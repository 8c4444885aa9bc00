import assert from "node:assert/strict";
import { type Changes, environmentOf, faultsOf, onDocker } from "./fixtures";

const told = (changes: Changes, tier: "sandbox" | "production" = "production") =>
    faultsOf(tier, { ...onDocker, ...changes }).map(({ key, message, repair }) => [key, message, repair]);

describe("keys that nobody reads", () => {
    it("are refused where they are nearly ours", () => {
        assert.deepEqual(told({ "rngfence:api": {} }), [
            ["rngfence:api", 'the namespace "rngfence" is nobody\'s here', "write ringfence:api"],
        ]);
        assert.deepEqual(told({ "app:greeting": "hello" }), []);
    });

    it("are refused where Docker's provider would leave them unread, or be led to another engine", () => {
        const [key, message, repair] = told({ "docker:hots": "ssh://deploy@host.example" })[0] ?? [];
        assert.deepEqual([key, message, repair], ["docker:hots", 'the key "hots" is not known here', "write host"]);
        assert.match(told({ "docker:context": "production" })[0]?.[2] ?? "", /write one of host, registryAuth/);
        assert.deepEqual(told({ "docker:sshOpts": ["-o", "BatchMode=yes"] }), []);
    });

    it("above the sandbox, the host is said: by default it is the machine that the command runs on", () => {
        const [key, message] = told({ "docker:host": undefined })[0] ?? [];
        assert.equal(key, "docker:host");
        assert.match(message ?? "", /production would be deployed on whatever machine the command runs on/);
        assert.equal(
            environmentOf("sandbox", { ...onDocker, "docker:host": undefined }).docker?.host,
            "unix:///var/run/docker.sock",
        );
    });
});
