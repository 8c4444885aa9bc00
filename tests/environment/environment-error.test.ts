import assert from "node:assert/strict";
import { EnvironmentError, environmentFromPulumi } from "../../environment";
import { faultsOf, valuesOf } from "./fixtures";

describe("an environment error", () => {
    it("MVA-5 names the key, the value, the rule and what to write instead", () => {
        const faults = faultsOf("pre-production", {
            "ringfence:integrations.salesforce.access": "write",
            "ringfence:web.port": "80",
        });
        assert.equal(
            new EnvironmentError("staging", faults).message,
            [
                'The configuration of the stack "staging" has 2 faults:',
                "",
                "  ringfence:web.port",
                '      "80" is text, but a number is expected',
                "      → write 80 without quotes",
                "",
                "  ringfence:integrations.salesforce.access",
                '      "write" is for production alone, and this stack\'s tier is pre-production (rule salesforce-access: MVA-2, MVA-3, MVA-5, MVA-6)',
                '      → write "read", "sandbox" or "none"',
            ].join("\n"),
        );
    });
    it("carries the faults", () => {
        const faults = faultsOf("sandbox", { "ringfence:tier": undefined });
        const error = new EnvironmentError("beta", faults);
        assert.equal(error.name, "EnvironmentError");
        assert.equal(error.environment, "beta");
        assert.equal(error.faults, faults);
        assert.match(error.message, /has one fault:/);
        assert.match(error.stack ?? "", /environment-error\.test/);
    });
});

describe("the environment of a running stack", () => {
    const asTheEngineGives = (values: Record<string, unknown>) =>
        Object.fromEntries(
            Object.entries(values).map(([key, value]) => [
                key,
                typeof value === "string" ? value : JSON.stringify(value),
            ]),
        );

    it("is read from the engine's strings and JSON texts", () => {
        const values = asTheEngineGives(valuesOf("pre-production", { "other:flag": true }));
        const environment = environmentFromPulumi("staging", {
            values,
            isSecret: (key) => key === "ringfence:secrets",
        });
        assert.equal(environment.tier, "pre-production");
        assert.deepEqual([...environment.encrypted], ["secrets"]);
    });
    it("is an error that tells all faults, where it is none", () => {
        const values = asTheEngineGives(
            valuesOf("production", { "ringfence:tier": undefined, "ringfence:api.cpu": 3 }),
        );
        assert.throws(
            () => environmentFromPulumi("main", { values, isSecret: () => false }),
            (error) => error instanceof EnvironmentError && error.faults.length === 2,
        );
    });
    it("takes text that is no JSON for text", () => {
        const values = { ...asTheEngineGives(valuesOf("production")), "ringfence:web": "{port: 3000}" };
        assert.throws(
            () => environmentFromPulumi("main", { values, isSecret: () => false }),
            /ringfence:web\n +"\{port: 3000\}" is text, but a map is expected/,
        );
    });
});
