import assert from "node:assert/strict";
import { pad, truncate, widthOf, wrap } from "../../../review/report/text/width";

describe("Text in columns", () => {
    it("counts what a terminal shows", () => {
        assert.equal(widthOf("plain"), 5);
        assert.equal(widthOf("naïve …"), 7);
        assert.equal(widthOf("日本"), 4);
        assert.equal(widthOf("👩‍👩‍👧 x"), 4);
        assert.equal(widthOf("e\u0301"), 1);
        assert.equal(pad("日本", 6), "日本  ");
    });

    it("cuts between characters, never within one", () => {
        assert.equal(truncate("日本語", 4, "…"), "日…");
        assert.equal(truncate("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 5, "…"), "👩‍👩‍👧👩‍👩‍👧…");
        assert.equal(truncate("abcdef", 5, "..."), "ab...");
        assert.equal(truncate("abc", 3, "…"), "abc");
        assert.equal(truncate("abcdef", 0, "…"), "");
    });

    it("breaks lines between words, long words where they must, and keeps what belongs together", () => {
        assert.deepEqual(wrap("a bb ccc dddd", 6), ["a bb", "ccc", "dddd"]);
        assert.deepEqual(wrap("x abcdefgh", 4), ["x", "abcd", "efgh"]);
        assert.deepEqual(wrap("three of 7\u00a0resources", 12), ["three of", "7 resources"]);
        assert.deepEqual(wrap("one\ntwo", 20), ["one", "two"]);
        assert.deepEqual(wrap("日本", 1), ["日", "本"]);
        assert.deepEqual(wrap("", 10), [""]);
    });
});
