import { strict as assert } from "node:assert";
import { made } from "../host";
import { watched } from "./watched-host";

describe("what tells how the host is", () => {
    it("has nothing of the host mounted, and measures the disk by an empty volume beside all others", async () => {
        const { inputs } = made(await watched(), "watch-host-exporter");
        assert.deepEqual(inputs.volumes, [
            { volumeName: "voice-dev-disk", containerPath: "/host/disk", readOnly: true },
        ]);
        assert.ok(inputs.command.includes("--collector.filesystem.mount-points-include=^/host/disk$"));
        assert.equal(inputs.command[0], "--collector.disable-defaults");
    });
});
