import { strict as assert } from "node:assert";
import { mebibytes, Transcription, type TranscriptionArgs } from "../../components";
import { DockerHost } from "../../platforms/docker";
import { named, planned } from "../platforms/engine";

const host = () =>
    new DockerHost("host", { environment: "shared", tier: "shared", host: "unix:///var/run/docker.sock" });
const planTranscription = (more: Partial<TranscriptionArgs> = {}) =>
    planned(() => new Transcription("transcription", { platform: host(), address: "192.168.120.12", ...more }));

describe("speech recognition, alone in a bare program", () => {
    it("ORA-3 is reached at one address of the host, and is in no network but its own stack's", async () => {
        const { inputs } = named(await planTranscription({ port: 9100 }), "transcription-server");
        assert.deepEqual(inputs.ports, [{ internal: 9000, external: 9100, ip: "192.168.120.12" }]);
        assert.deepEqual(
            inputs.networksAdvanced.map(({ name }: { name: string }) => name),
            ["voice-shared-services"],
        );
    });

    it("ORA-3 keeps nothing but its model: the root is read-only, and no secret is in it", async () => {
        const resources = await planTranscription();
        const { inputs, hasSecrets } = named(resources, "transcription-server");
        assert.deepEqual([inputs.readOnly, hasSecrets], [true, false]);
        assert.deepEqual(inputs.volumes, [
            { volumeName: "voice-shared-transcription-models", containerPath: "/root/.cache" },
        ]);
    });

    it("takes model and size as they are asked for", async () => {
        const more = { model: "medium", cpu: 4, memory: mebibytes("8Gi") } as const;
        const { inputs } = named(await planTranscription(more), "transcription-server");
        assert.deepEqual(inputs.envs, ["ASR_ENGINE=faster_whisper", "ASR_MODEL=medium"]);
        assert.equal(inputs.memory, 8192);
    });

    it("has the time to fetch its model before it must be healthy", async () => {
        const { inputs } = named(await planTranscription(), "transcription-server");
        assert.equal(inputs.waitTimeout, 900);
        assert.equal(inputs.healthcheck.startPeriod, "15m0s");
    });
});
