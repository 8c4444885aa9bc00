import assert from "node:assert/strict";
import type { Value } from "../../../policy/facts";
import { storedValues, variablesOf } from "../../../policy/views";
import { preProduction } from "../environments";
import { interpolated, resource, scope, unknown, vaultSecret } from "../facts-builders";

const staging = preProduction();
const read = (inputs: Readonly<Record<string, Value>>) =>
    variablesOf(resource(staging, "acme:index/thing:Thing", "it", inputs)).map(
        ({ name, value, secret, property }) => [name, value ?? secret, property] as const,
    );

describe("variables are recognised", () => {
    it("as a list of names and values", () => {
        assert.deepEqual(read({ template: { envs: [{ name: "A", value: "1" }] } }), [["A", "1", "template"]]);
    });
    it("as a map", () => {
        assert.deepEqual(read({ environment: { a: "1" } }), [["a", "1", "environment"]]);
    });
    it("as NAME=value, whatever the value holds", () => {
        assert.deepEqual(read({ envs: ["A=b=c", "B=", "=x"] }), [
            ["A", "b=c", "envs"],
            ["B", "", "envs"],
            ["", "x", "envs"],
        ]);
    });
    it("as NAME=value where a part comes from a resource", () => {
        const secret = vaultSecret(staging, "gcp", "s");
        assert.deepEqual(read({ envs: [interpolated`A=x${[secret, "id"]}y`] }), [
            ["A", interpolated`x${[secret, "id"]}y`, "envs"],
        ]);
        assert.deepEqual(read({ envs: [interpolated`A=${[secret, "id"]}`] }), [
            ["A", interpolated`${[secret, "id"]}`, "envs"],
        ]);
    });
    it("in any map, where the key can be nothing else", () => {
        assert.deepEqual(read({ anything: { deep: [{ DATABASE_URL: "x", URL: "y" }] } }), [
            ["DATABASE_URL", "x", "anything"],
        ]);
    });
    it("by reference to a vault", () => {
        const env: Value = [
            { name: "A", valueSource: { secretKeyRef: { secret: "a" } } },
            { name: "B", valueFrom: { secretKeyRef: { name: "b", key: "k" } } },
        ];
        assert.deepEqual(read({ env }), [
            ["A", "a", "env"],
            ["B", "b", "env"],
        ]);
    });
    it("where nothing of them is known", () => {
        assert.deepEqual(read({ envs: unknown }), [["", unknown, "envs"]]);
        assert.deepEqual(read({ envs: [unknown] }), [["", unknown, "envs"]]);
        assert.deepEqual(read({ envs: [{ name: unknown, value: "1" }] }), [["", "1", "envs"]]);
    });
    it("not in what only looks like them", () => {
        assert.deepEqual(read({ labels: { a: "1" }, list: [{ name: "A", value: "1" }], envs: [1, null, {}] }), []);
    });
});

describe("values are stored", () => {
    const stored = (type: string, inputs: Readonly<Record<string, Value>>) =>
        storedValues(scope(staging, []), resource(staging, type, "it", inputs)).map(({ name, value }) => [name, value]);

    it("in the version of a secret, under the secret's name", () => {
        for (const type of ["secretVersion:SecretVersion", "regionalSecretVersion:RegionalSecretVersion"])
            assert.deepEqual(
                stored(`gcp:secretmanager/${type}`, { secret: "projects/p/secrets/url", secretData: "x" }),
                [["url", "x"]],
            );
        assert.deepEqual(
            stored("gcp:secretmanager/secretVersion:SecretVersion", {
                secret: "projects/p/secrets/url/versions/3",
                secretDataWo: "x",
            }),
            [["url", "x"]],
        );
    });
    it("in a secret of the cluster, decoded", () => {
        assert.deepEqual(
            stored("kubernetes:core/v1:Secret", {
                data: { A: Buffer.from("x").toString("base64"), B: unknown },
                stringData: { c: "y" },
            }),
            [
                ["c", "y"],
                ["A", "x"],
                ["B", unknown],
            ],
        );
    });
    it("in a config map", () => {
        assert.deepEqual(stored("kubernetes:core/v1:ConfigMap", { data: { a: "x" } }), [["a", "x"]]);
        assert.deepEqual(stored("kubernetes:core/v1:ConfigMap", { data: unknown }), [["", unknown]]);
    });
    it("nowhere else", () => {
        assert.deepEqual(stored("gcp:storage/bucketObject:BucketObject", { data: { a: "x" }, secretData: "x" }), []);
    });
});
