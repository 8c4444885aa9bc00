import { strict as assert } from "node:assert";
import { seedVolumeOf } from "../../../../environment/seeding";
import { seconds } from "../../../../environment/units";
import type { BucketArgs } from "../../../../platforms/platform";
import { plainJob } from "../../job-args";
import { containerType, made, plannedOnHost, variablesOf, volumeType } from "../host";

const planned = (more: Partial<BucketArgs> = {}) =>
    plannedOnHost((host, parent) => host.bucket("dumps", { called: "seed", ...more }, parent));

describe("a drop box on a Docker host", () => {
    it("is a volume by a name that follows from the environment's, which the other side knows", async () => {
        const { type, inputs } = made(await planned(), "dumps-volume");
        assert.deepEqual([type, inputs.name], [volumeType, seedVolumeOf("voice", "dev")]);
    });

    it("is mounted by nobody of the environment's own before it is ready", async () => {
        const resources = await plannedOnHost((host, parent) => {
            const bucket = host.bucket("dumps", { called: "seed" }, parent);
            const scheduled = { command: ["node"], runs: { when: "scheduled", schedule: "0 4 * * 6" } } as const;
            host.job("load", { ...plainJob, ...scheduled, folders: [{ path: "/dump", bucket }] }, parent);
        });
        assert.ok(made(resources, "load").dependsOn.includes("dumps-preparation-ended"));
    });

    it("ORA-7 is made ready once, as root with nothing but what that takes, without a network", async () => {
        const { inputs } = made(await planned(), "dumps-preparation-job");
        assert.deepEqual([inputs.user, inputs.networkMode, inputs.attach], ["0:0", "none", true]);
        assert.equal(inputs.networksAdvanced, undefined);
        assert.deepEqual(inputs.capabilities, { drops: ["ALL"], adds: ["CAP_CHOWN", "CAP_FOWNER"] });
        assert.deepEqual(inputs.entrypoints, ["sh", "-ec", "chown 64999:64998 '/dump' && chmod 1753 '/dump'"]);
        assert.deepEqual(inputs.volumes, [{ volumeName: "voice-dev-seed-files", containerPath: "/dump" }]);
    });

    it("lets old files go every night, as the keeper and nobody else, where they get old", async () => {
        const container = made(await planned({ expireAfter: seconds("14d") }), "dumps-clean-up");
        const { name, user, networkMode, entrypoints } = container.inputs;
        assert.deepEqual([name, user, networkMode], ["voice-dev-seed-clean-up", "64999:64998", "none"]);
        assert.match(entrypoints.at(-1), /^find '\/dump' .* -mmin \+20160 -exec rm -f \{\} \+$/);
        assert.equal(variablesOf(container).SCHEDULE, "30 0 * * *");
        assert.ok(container.dependsOn.includes("dumps-preparation-ended"));
        const containers = (await planned()).filter(({ type }) => type === containerType);
        assert.deepEqual(
            containers.map(({ name }) => name),
            ["dumps-preparation-job"],
        );
    });

    it("promises nothing that a host cannot keep", async () => {
        const retention = { period: seconds("30d"), locked: false };
        for (const more of [{ retention }, { readers: ["audit@acme.example"] }])
            await assert.rejects(planned(more), /a host cannot keep a file from its administrator/);
    });
});
