import assert from "node:assert/strict";
import { durationText, type Mebibytes, milliseconds, sizeText, toSeconds } from "../../environment";
import { duration, mebibytes, memory, seconds, storage } from "../../environment/units";

describe("units", () => {
    it("are parsed once into plain numbers", () => {
        assert.deepEqual(["250ms", "30s", "5m", "1h", "7d"].map(seconds), [0.25, 30, 300, 3600, 604800]);
        assert.deepEqual(["512Mi", "2Gi"].map(mebibytes), [512, 2048]);
        assert.equal(storage().parse("20Gi"), 20);
        assert.equal(milliseconds(seconds("250ms")), 250);
    });
    it("read back as people write them", () => {
        for (const text of ["250ms", "90s", "55m", "1h", "7d"]) assert.equal(durationText(seconds(text)), text);
        assert.equal(durationText(toSeconds(3600)), "1h");
        for (const text of ["512Mi", "3840Mi", "2Gi"]) assert.equal(sizeText(mebibytes(text)), text);
        assert.equal(sizeText(1024 as Mebibytes), "1Gi");
    });
    it("are refused without a unit, with an unknown one, and out of range", () => {
        for (const text of ["30", "30 s", "-1s", "1.5h", "30S", ""]) {
            assert.equal(duration().safeParse(text).success, false, text);
            assert.throws(() => seconds(text), RangeError);
        }
        for (const text of ["512", "512MB", "1Ti"]) assert.equal(memory().safeParse(text).success, false, text);
        assert.throws(() => mebibytes("512"), RangeError);
        assert.equal(duration("1s", "10s").safeParse("11s").success, false);
        assert.equal(memory("1Gi", "2Gi").safeParse("1023Mi").success, false);
        assert.equal(storage("10Gi").safeParse("9Gi").success, false);
    });
});
