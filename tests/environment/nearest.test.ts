import assert from "node:assert/strict";
import { byNearness, distance, nearest } from "../../environment/nearest";

describe("the distance of two words", () => {
    it("counts letters put in, left out, changed and swapped", () => {
        assert.equal(distance("access", "access"), 0);
        assert.equal(distance("acess", "access"), 1);
        assert.equal(distance("acccess", "access"), 1);
        assert.equal(distance("axcess", "access"), 1);
        assert.equal(distance("acecss", "access"), 1);
        assert.equal(distance("", "abc"), 3);
        assert.equal(distance("gateway", "gatewya2"), 2);
    });
});

describe("the nearest word", () => {
    const known = ["tier", "redis", "release", "database"];

    it("is the one that was probably meant, whatever its capitals", () => {
        assert.equal(nearest("relaese", known), "release");
        assert.equal(nearest("Database", known), "database");
        assert.equal(nearest("teir", known), "tier");
    });
    it("is none where all are far away, or the word is no slip of the pen", () => {
        assert.equal(nearest("kubernetes", known), undefined);
        assert.equal(nearest("x".repeat(1_000_000), known), undefined);
        assert.equal(nearest("tier", []), undefined);
    });
    it("comes first in a list, and the others after it", () => {
        assert.deepEqual(byNearness("staging", ["beta", "main", "stagin"]), ["stagin", "main", "beta"]);
    });
});
