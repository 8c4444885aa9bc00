import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { toMebibytes, toSeconds } from "../../../environment/units";
import { runningContainer } from "../../../platforms/docker/container";
import { files, filesInVolume } from "../../../platforms/docker/files";
import { made, plannedOnHost, textsOf } from "./host";

const image = "acme/api:r1";

const carried = async (content: string) =>
    plannedOnHost((host, parent) => {
        const texts = [
            { name: "password", content: pulumi.secret(content) },
            { name: "start.sh", content: "exec api", executable: true },
        ];
        const carrier = files(host, "api-secrets", { folder: "/run/secrets", image, texts }, parent);
        const rest = { image, networks: [], cpu: 1, memory: toMebibytes(64), grace: toSeconds(10) };
        runningContainer(host, "api", { ...rest, files: [carrier] }, { parent });
    });

describe("files of a container", () => {
    it("are carried by a container that is never started and is in no network", async () => {
        const { inputs, opts } = made(await carried("hidden"), "api-secrets-files");
        assert.deepEqual([inputs.start, inputs.mustRun, inputs.networkMode], [false, false, "none"]);
        assert.equal(opts.deleteBeforeReplace, false);
        // Uploads into a root that cannot be written are refused by the engine.
        assert.equal(inputs.readOnly, undefined);
    });

    it("lie in a nameless volume, which goes with the carrier, and stay secret on the way", async () => {
        const carrier = made(await carried("hidden"), "api-secrets-files");
        assert.deepEqual(carrier.inputs.volumes, [{ containerPath: "/run/secrets" }]);
        assert.deepEqual(textsOf(carrier), { "/run/secrets/password": "hidden", "/run/secrets/start.sh": "exec api" });
        assert.deepEqual(
            carrier.inputs.uploads.map(({ executable }: { executable: boolean }) => executable),
            [false, true],
        );
        assert.ok(carrier.hasSecrets);
    });

    it("are lent for reading alone, by the name that Docker makes up anew for other files", async () => {
        const resources = await carried("hidden");
        const { inputs, dependsOn } = made(resources, "api");
        assert.equal(made(resources, "api-secrets-files").inputs.name, undefined);
        assert.deepEqual(inputs.volumes, [{ fromContainer: "api-secrets-files-c0ffee", readOnly: true }]);
        assert.ok(dependsOn.includes("api-secrets-files"));
    });

    it("show the container that uses them in nothing but that name", async () => {
        const [one, other] = [await carried("hidden"), await carried("renewed")];
        assert.notDeepEqual(made(one, "api-secrets-files").inputs, made(other, "api-secrets-files").inputs);
        assert.deepEqual(made(one, "api").inputs, made(other, "api").inputs);
        assert.ok(!JSON.stringify(made(one, "api").inputs).includes("hidden"));
    });

    it("lie in a volume that stays, where the container looks after them itself", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const texts = [{ name: "nginx.conf", content: "daemon off;" }];
            const volume = pulumi.output("voice-dev-configuration");
            filesInVolume(host, "front", { folder: "/configuration", image, texts, volume }, parent);
        });
        assert.deepEqual(made(resources, "front-files").inputs.volumes, [
            { containerPath: "/configuration", volumeName: "voice-dev-configuration" },
        ]);
    });
});
