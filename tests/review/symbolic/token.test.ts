import assert from "node:assert/strict";
import { Tokens } from "../../../review/symbolic/token";

const urn = "urn:pulumi:staging::ringfence::gcp:sql/databaseInstance:DatabaseInstance::database";

describe("a token", () => {
    it("reads back as the property that it stands for, with the text around it", () => {
        const tokens = new Tokens();
        const host = tokens.mint(urn, "privateIpAddress");
        assert.deepEqual(tokens.parts(`postgresql://app@${host}:5432/app`), [
            "postgresql://app@",
            { urn, property: "privateIpAddress" },
            ":5432/app",
        ]);
    });

    it("survives what programs do to a value", () => {
        const tokens = new Tokens();
        const token = tokens.mint(urn, "name");
        const used = [
            token.toUpperCase(),
            encodeURIComponent(token),
            JSON.stringify({ token }),
            new URL(`https://${token}.example.com/`).hostname,
            `${token}${token}`,
        ];
        for (const text of used)
            assert.ok(
                tokens.parts(text).some((part) => typeof part !== "string"),
                text,
            );
        assert.equal(tokens.parts(`${token}${token}`).length, 2);
    });

    it("is a valid host and DNS label", () => {
        assert.match(new Tokens().mint(urn, "x"), /^[a-z][a-z0-9]{0,62}$/);
    });

    it("stands for a whole address or, alone, for the address's host", () => {
        const tokens = new Tokens();
        const address = tokens.mintAddress(urn, "uri");
        assert.deepEqual(tokens.parts(`${address}/health`), [{ urn, property: "uri" }, "/health"]);
        assert.deepEqual(tokens.parts(new URL(address).hostname), [{ urn, property: "uri.host" }]);
    });

    it("is noticed when it was cut", () => {
        const tokens = new Tokens();
        const token = tokens.mint(urn, "x");
        assert.equal(tokens.isCut(token), false);
        assert.equal(tokens.isCut(token.slice(0, 5)), true);
    });

    it("does not take a look-alike in the text for a reference", () => {
        const tokens = new Tokens();
        assert.deepEqual(tokens.parts("zqx0009xqz"), ["zqx0009xqz"]);
    });
});
