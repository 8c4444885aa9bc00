import assert from "node:assert/strict";
import { buildOf } from "../../../components/voice-platform/build";
import { environmentOf, onDocker } from "../../environment/fixtures";

const released = (release: object) =>
    buildOf(environmentOf("sandbox", { ...onDocker, "ringfence:release": { name: "local", ...release } }));

describe("the image that is built on the host", () => {
    it("is of the folder as the stack file names it, so that a plan is the same in every checkout", () => {
        assert.deepEqual(released({ image: "sample:local", build: "examples/workloads" }), {
            image: "sample:local",
            folder: "examples/workloads",
        });
    });
    it("is none where the image is pulled", () => {
        assert.equal(released({ image: "sample:local" }), undefined);
    });
});
