import { strict as assert } from "node:assert";
import { namedVolume } from "../../../platforms/docker/volume";
import { made, plannedOnHost } from "./host";

describe("a volume on a Docker host", () => {
    it("keeps what is in it when its labels or its driver change", async () => {
        const planned = await plannedOnHost((host, parent) =>
            namedVolume(host, "cache", { called: "voice-dev-cache", labelled: "cache" }, { parent }),
        );
        const { inputs, ignoreChanges } = made(planned, "cache-volume");
        assert.equal(inputs.name, "voice-dev-cache");
        assert.deepEqual(ignoreChanges, ["labels", "driver", "driverOpts"]);
    });
});
