import assert from "node:assert/strict";
import { keyText } from "../../environment";
import { allOf, inYaml, oneOf, quoted, shown } from "../../environment/wording";

describe("a value in a message", () => {
    it("is quoted text, a bare number, or only what kind of thing it is", () => {
        assert.deepEqual(["a b", 16, true, null, [1], { a: 1 }].map(shown), [
            '"a b"',
            "16",
            "true",
            "nothing",
            "a list",
            "a map",
        ]);
    });
    it("is cut where it is long, between letters", () => {
        assert.equal(quoted("x".repeat(100)), `"${"x".repeat(60)}…"`);
        assert.equal(quoted("😀".repeat(100)), `"${"😀".repeat(60)}…"`);
    });
    it("is not shown where it looks like a credential", () => {
        for (const text of [
            "postgresql://user:password@db.example/app",
            "AIzaSyA1234567890",
            "sk-proj-abc",
            "-----BEGIN PRIVATE KEY-----",
            "eyJhbGciOiJIUzI1NiJ9.e30.x",
            "aB3dE5gH7jK9mN1pQ3sT5vW7",
        ])
            assert.equal(quoted(text), "text that looks like a credential");
    });
    it("is shown where it is only long: an image by digest, a host name", () => {
        for (const text of [`acme/web@sha256:${"0a".repeat(20)}`, "staging-api.acme-voice-platform.example"])
            assert.match(quoted(text), /^"/);
    });
});

describe("a list in a sentence", () => {
    it("ends in or, or in and", () => {
        assert.equal(oneOf(["a", "b", "c"]), "a, b or c");
        assert.equal(allOf(["a", "b"]), "a and b");
        assert.equal(oneOf(["a"]), "a");
        assert.equal(oneOf([]), "");
    });
});

describe("a value in YAML", () => {
    it("has quotes where it would not be text without them", () => {
        assert.equal(
            inYaml({ min: 2, name: "r-1", version: "16", at: "03:00", list: ["30s", "true", "a b"] }),
            '{min: 2, name: r-1, version: "16", at: "03:00", list: [30s, "true", "a b"]}',
        );
    });
});

describe("a config path", () => {
    it("is written as pulumi config takes it", () => {
        assert.equal(keyText(["ringfence:api", "args", 0]), "ringfence:api.args[0]");
        assert.equal(keyText(["ringfence:api", "variables", "a.b"]), 'ringfence:api.variables["a.b"]');
    });
});
