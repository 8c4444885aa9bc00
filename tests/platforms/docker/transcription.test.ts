import { strict as assert } from "node:assert";
import { mebibytes } from "../../../environment/units";
import { made, plannedOnHost, variablesOf } from "./host";

const planned = () =>
    plannedOnHost((host, parent) => {
        const size = { cpu: 2, memory: mebibytes("2Gi") };
        host.transcription("whisper", { model: "small", address: "172.17.0.1", port: 9100, ...size }, parent);
    });

describe("transcription on a Docker host", () => {
    it("ORA-3 answers at one address and port of the host", async () => {
        const { inputs, opts } = made(await planned(), "whisper-server");
        assert.deepEqual(inputs.ports, [{ internal: 9000, external: 9100, ip: "172.17.0.1" }]);
        assert.equal(opts.deleteBeforeReplace, true);
    });

    it("has as long for its first start as fetching the model takes, and keeps the model", async () => {
        const { inputs } = made(await planned(), "whisper-server");
        assert.equal(variablesOf(made(await planned(), "whisper-server")).ASR_MODEL, "small");
        assert.equal(inputs.waitTimeout, 900);
        assert.deepEqual(inputs.volumes, [
            { volumeName: "voice-dev-transcription-models", containerPath: "/root/.cache" },
        ]);
    });
});
