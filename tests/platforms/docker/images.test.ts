import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { toMebibytes, toSeconds } from "../../../environment/units";
import { runningContainer } from "../../../platforms/docker/container";
import { fingerprint } from "../../../platforms/names";
import { ofType, theOnly } from "../engine";
import { type Case, made, plannedOnHost } from "./host";

const imageType = "docker:index/remoteImage:RemoteImage";
const pinned = `registry.example:5000/voice/api:r1@sha256:${"a".repeat(64)}`;

const running = (images: readonly string[], bent?: Case) =>
    plannedOnHost((host, parent) => {
        for (const [index, image] of images.entries()) {
            const rest = { networks: [], cpu: 1, memory: toMebibytes(64), grace: toSeconds(10) };
            runningContainer(host, `container-${index + 1}`, { image, ...rest }, { parent });
        }
    }, bent);

describe("the images on a Docker host", () => {
    it("are named to the container as the release names them, digest and all", async () => {
        const resources = await running([pinned]);
        assert.equal(theOnly(resources, imageType).inputs.name, pinned);
        assert.equal(made(resources, "container-1").inputs.image, pinned);
    });

    it("are each brought once, and stay when a release has left: a rollback needs them", async () => {
        const resources = await running([pinned, pinned, "postgres:15-alpine"]);
        const images = ofType(resources, imageType);
        assert.deepEqual(images.map(({ inputs }) => inputs.name).sort(), ["postgres:15-alpine", pinned]);
        assert.ok(images.every(({ inputs }) => inputs.keepLocally === true));
    });

    describe("built on the host", () => {
        let folder: string;
        beforeEach(() => {
            folder = mkdtempSync(join(tmpdir(), "image-"));
            writeFileSync(join(folder, "Dockerfile"), "FROM scratch\n");
        });
        afterEach(() => rmSync(folder, { recursive: true, force: true }));

        const sampleImage = `host-sample-${fingerprint("sample", 6)}-image`;
        const built = () =>
            running(["sample", "postgres:15-alpine"], {
                build: { image: "sample", folder },
                answers: { [sampleImage]: { imageId: "sha256:b0b" } },
            });

        it("are named by the identity of what was built, so that another build is another container", async () => {
            const resources = await built();
            assert.deepEqual(made(resources, sampleImage).inputs.build, { context: folder });
            assert.equal(made(resources, "container-1").inputs.image, "sha256:b0b");
            assert.equal(made(resources, "container-2").inputs.image, "postgres:15-alpine");
        });

        it("are built again for another content of the folder, and for nothing else", async () => {
            const trigger = async () => made(await built(), sampleImage).inputs.triggers.contents;
            const first = await trigger();
            assert.match(first, /^[0-9a-f]{16}$/);
            assert.equal(await trigger(), first);
            writeFileSync(join(folder, "Dockerfile"), "FROM scratch\nUSER 1\n");
            assert.notEqual(await trigger(), first);
        });
    });
});
