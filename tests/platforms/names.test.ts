import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { inEnvironment, kebab, shorten } from "../../platforms/names";

describe("names", () => {
    it("leaves a name alone that is short enough", () => {
        assert.equal(shorten("voice-agent-beta", 30), "voice-agent-beta");
    });

    it("never makes a name longer than the limit, and never ends the readable part in a dash", () => {
        const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,80}$/);
        fc.assert(
            fc.property(name, fc.integer({ min: 10, max: 63 }), (text, limit) => {
                const short = shorten(text, limit);
                assert.ok(short.length <= limit);
                assert.ok(!short.includes("--") || text.includes("--"));
            }),
        );
    });

    it("keeps two long names apart that begin alike", () => {
        const common = "a-very-long-name-of-a-service-for-";
        assert.notEqual(shorten(`${common}one`, 30), shorten(`${common}two`, 30));
    });

    it("turns a variable into a name of the vault", () => {
        assert.equal(kebab("SF_SANDBOX_CLIENT_SECRET"), "sf-sandbox-client-secret");
    });

    it("adds the environment to a name that does not begin with it", () => {
        assert.equal(inEnvironment("staging", "voice-database"), "voice-database-staging");
        assert.equal(inEnvironment("staging", "staging-database"), "staging-database");
    });
});
