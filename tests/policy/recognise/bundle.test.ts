import assert from "node:assert/strict";
import { bundled } from "../../../policy/recognise/bundle";
import { preProduction } from "../environments";
import { interpolated, output, resource, scope, vaultSecret } from "../facts-builders";

const staging = preProduction();
const pairs = (text: string) => {
    const facts = resource(staging, "acme:index/file:File", "it", { text });
    return bundled(scope(staging, [facts]), facts).map(({ name, value }) => `${name}=${String(value)}`);
};

describe("names inside one text", () => {
    const table: readonly (readonly [string, readonly string[]])[] = [
        ['{"SF_ACCESS":"write","PORT": 80, "deep":{"ON":true}}', ["SF_ACCESS=write", "PORT=80", "ON=true"]],
        ["A=1\nexport B='x y'\nC=\"z\"\nD=", ["A=1", "B=x y", "C=z", "D="]],
        ["run --sf-access=write -x=1", ["sf-access=write", "x=1"]],
        ["--env=SF_ACCESS=write", ["env=SF_ACCESS=write", "SF_ACCESS=write"]],
        ["true&&A_B=1", ["A_B=1"]],
        ["https://example.net/?a=1&b=2", []],
        ["a == b; c==d; e=>f", []],
        ["X_Y=$X_Y Z=$W", ["Z=$W"]],
        ["a text: no pair", []],
        ["plain", []],
    ];
    for (const [text, expected] of table) {
        it(`${JSON.stringify(text)} are ${expected.length}`, () => assert.deepEqual(pairs(text), expected));
    }
    it("keep what their values are made from", () => {
        const secret = vaultSecret(staging, "gcp", "one");
        const text = interpolated`{"A":"${[secret, "id"]}","B":"x"}`;
        const facts = resource(staging, "acme:index/file:File", "it", { text });
        const [a, b] = bundled(scope(staging, [secret, facts]), facts);
        assert.deepEqual(a?.value, output(secret, "id"));
        assert.equal(b?.value, "x");
    });
    it("are found quickly in whatever text, and not beyond its first 100 kB", () => {
        for (const part of ["a=", '"a":', "a-", '="', "\\", '"a" ', '"', " ", "a", "a='b=\"", '"a":"\\'])
            assert.ok(pairs(part.repeat(500_000 / part.length)).length <= 50_000);
        assert.deepEqual(pairs(`${" ".repeat(100_000)}A=1`), []);
    }).timeout(10_000);
});
