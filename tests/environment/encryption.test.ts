import assert from "node:assert/strict";
import { readEnvironment } from "../../environment";
import { assertOnlyFault, sourceOf, valuesOf } from "./fixtures";

const rule = "encryption";
const read = (path: string, value: unknown, encrypted = true) => {
    const key = path.split(/\./)[0] ?? "";
    const values = valuesOf("sandbox", { [path]: value });
    return readEnvironment("beta", encrypted ? sourceOf(values, [key], [path]) : sourceOf(values));
};

describe("encryption", () => {
    it("ORB-11 accepts an encrypted variable of a service, an encrypted secret, and what other namespaces encrypt", () => {
        for (const path of [
            "ringfence:api.variables.API_TOKEN",
            "ringfence:gateway.variables.API_TOKEN",
            "ringfence:secrets.API_TOKEN.value",
            "cloudflare:apiToken",
        ])
            assert.deepEqual(read(path, "[encrypted]").faults, [], path);
    });
    it("refuses encrypted values that the review has to read", () => {
        for (const [path, value] of [
            ["ringfence:tier", "[encrypted]"],
            ["ringfence:integrations.salesforce.url", "[encrypted]"],
            ["ringfence:database", "[encrypted]"],
            ["ringfence:secrets.API_TOKEN.suppliedBy", "[encrypted]"],
            ["ringfence:api.secrets[0]", "[encrypted]"],
        ] as const)
            assertOnlyFault(read(path, value).faults, {
                rule,
                key: path,
                message: "is encrypted",
                repair: "put it under ringfence:secrets",
            });
    });
    it("refuses an encrypted project, which the review compares between stacks", () => {
        assertOnlyFault(read("gcp:project", "[encrypted]").faults, {
            rule,
            key: "gcp:project",
            message: "is encrypted",
            repair: "write it in clear: it is no secret",
        });
    });
    it("shows where the value of a secret belongs", () => {
        assertOnlyFault(read("ringfence:secrets.API_TOKEN", "[encrypted]").faults, {
            rule,
            key: "ringfence:secrets.API_TOKEN",
            message: "is encrypted",
            repair: "ringfence:secrets.API_TOKEN.value",
        });
    });
    it("ORB-11 refuses a secret in clear and never repeats it", () => {
        for (const value of ["hunter2-hunter2", 31337]) {
            const { faults } = read("ringfence:secrets.API_TOKEN.value", value, false);
            assertOnlyFault(faults, {
                rule,
                key: "ringfence:secrets.API_TOKEN.value",
                message: "a secret stands here in clear",
                repair: "pulumi config set --secret --path 'ringfence:secrets.API_TOKEN.value'",
            });
            assert.ok(!JSON.stringify(faults).includes(String(value)));
        }
    });
    it("shows nothing of what stands below ringfence:secrets or in a variable", () => {
        for (const [path, value] of [
            ["ringfence:secrets", "hunter2"],
            ["ringfence:secrets.API_TOKEN", "hunter2"],
            ["ringfence:api.variables", "hunter2"],
            ["ringfence:api.variables.API_TOKEN", ["hunter2"]],
            ["ringfence:api.variables.PIN", 4711],
        ] as const) {
            const { faults } = read(path, value, false);
            assert.equal(faults.length, 1);
            assert.doesNotMatch(JSON.stringify(faults), /hunter2|4711/);
        }
    });
    describe("as the engine knows it, by key only", () => {
        const readKeys = (path: string, value: unknown, secret: readonly string[]) =>
            readEnvironment("beta", { values: valuesOf("sandbox", { [path]: value }), secret: new Set(secret) });

        it("gives a key that may hold encrypted values the benefit of the doubt", () => {
            const { faults } = readKeys("ringfence:secrets.API_TOKEN.value", "decrypted", [
                "ringfence:secrets",
                "ringfence:api",
            ]);
            assert.deepEqual(faults, []);
        });
        it("refuses a key that may not, without its value", () => {
            const { faults } = readKeys("ringfence:limits.queue.concurrency", "hunter2", ["ringfence:limits"]);
            assertOnlyFault(faults, { rule, key: "ringfence:limits", message: "is encrypted", repair: "in clear" });
            assert.doesNotMatch(JSON.stringify(faults), /hunter2/);
        });
        it("refuses a secret in clear", () => {
            const { faults } = readKeys("ringfence:secrets.API_TOKEN.value", "hunter2", []);
            assert.deepEqual(
                faults.map(({ key }) => key),
                ["ringfence:secrets.API_TOKEN.value"],
            );
        });
    });
});
