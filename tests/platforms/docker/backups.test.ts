import { strict as assert } from "node:assert";
import type { DumpArgs } from "../../../platforms/platform";
import { ofType } from "../engine";
import { containerType, type Made, made, plainPostgres, plannedOnHost, textsOf, variablesOf, volumeType } from "./host";

const toFolder: DumpArgs["target"] = { kind: "path", path: "/mnt/backups/dev", fileSystem: "network" };
const toStorage: DumpArgs["target"] = {
    kind: "s3",
    endpoint: "https://s3.example",
    bucket: "voice-backups",
    region: "eu-central-1",
    expiry: "delete",
};

const dumped = (target: DumpArgs["target"]) =>
    plannedOnHost((host, parent) => {
        const secret = (called: string, value: string) => host.secret(called, { called, value });
        const key = { accessKeyId: secret("id", "open"), secretAccessKey: secret("key", "sesame") };
        const dumps = target.kind === "s3" ? { target, key } : { target };
        host.postgres("database", { ...plainPostgres, dumps }, parent);
    });
const networksOf = ({ inputs }: Made): readonly string[] =>
    inputs.networksAdvanced.map(({ name }: { name: string }) => name);
const running = (resources: readonly Made[]) =>
    ofType(resources, containerType).filter(({ inputs }) => inputs.start !== false);

describe("backups on a Docker host", () => {
    it("ORB-15 are taken every day at the time that is said, and seven are kept", async () => {
        const container = made(await dumped(toFolder), "database-dumps-backup-container");
        const { BACKUP_AT, BACKUP_KEEP, PGHOST, PGDATABASE } = variablesOf(container);
        assert.deepEqual([BACKUP_AT, BACKUP_KEEP], ["03:00", "7"]);
        assert.deepEqual([PGHOST, PGDATABASE], ["voice-dev-database", "voice"]);
        assert.ok(container.dependsOn.includes("database-server"));
    });

    it("are taken by the server's own tools, where the server alone is reached", async () => {
        const resources = await dumped(toFolder);
        const container = made(resources, "database-dumps-backup-container");
        assert.equal(container.inputs.image, made(resources, "database-server").inputs.image);
        assert.deepEqual(networksOf(container), ["voice-dev-data"]);
    });

    it("are written into a folder that must be there already, by one container", async () => {
        const resources = await dumped(toFolder);
        const container = made(resources, "database-dumps-backup-container");
        assert.deepEqual(container.inputs.mounts, [{ type: "bind", source: "/mnt/backups/dev", target: "/backups" }]);
        assert.deepEqual(
            running(resources)
                .map(({ inputs }) => inputs.name)
                .sort(),
            ["voice-dev-database", "voice-dev-database-backup"],
        );
    });

    it("ORB-15 are shipped outside by a second container, which reaches storage and no database", async () => {
        const resources = await dumped(toStorage);
        const [taken, shipped] = ["backup", "shipper"].map((part) =>
            made(resources, `database-dumps-${part}-container`),
        ) as [Made, Made];
        assert.deepEqual(networksOf(taken), ["voice-dev-data"]);
        assert.deepEqual(networksOf(shipped), ["voice-dev-services"]);
        assert.match(shipped.inputs.image, /^rclone\/rclone:[\d.]+@sha256:/);
        const { SHIP_TO, SHIP_DELETES, BACKUP_KEEP } = variablesOf(shipped);
        assert.deepEqual([SHIP_TO, SHIP_DELETES, BACKUP_KEEP], ["outside:voice-backups/dev", "yes", "7"]);
        const folders = [taken, shipped].map(({ inputs }) => inputs.volumes.at(-1).volumeName);
        assert.deepEqual(folders, ["voice-dev-database-backup", "voice-dev-database-backup"]);
    });

    it("have what opens the storage in a file of the shipper, and in nothing else", async () => {
        const resources = await dumped(toStorage);
        const holding = resources.filter(({ inputs }) => JSON.stringify(inputs).includes("sesame"));
        assert.deepEqual(
            holding.map(({ hasSecrets }) => hasSecrets),
            [true],
        );
        assert.match(textsOf(holding[0] as Made)["/run/secrets/rclone.conf"] ?? "", /sesame/);
        assert.match(holding[0]?.name ?? "", /^database-dumps-shipper-\d-files$/);
    });

    it("are one container each on the volume that they share, and say whether they are taken", async () => {
        const resources = await dumped(toStorage);
        assert.deepEqual(
            ofType(resources, volumeType).map(({ inputs }) => inputs.name),
            ["voice-dev-database-data", "voice-dev-database-backup"],
        );
        for (const part of ["backup", "shipper"]) {
            const { inputs, opts } = made(resources, `database-dumps-${part}-container`);
            assert.equal(opts.deleteBeforeReplace, true);
            assert.equal(inputs.wait, true);
            assert.deepEqual([inputs.readOnly, inputs.user], [true, "70:70"]);
        }
    });
});
