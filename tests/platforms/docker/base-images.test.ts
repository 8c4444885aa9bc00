import { strict as assert } from "node:assert";
import { type BaseImage, baseImage } from "../../../platforms/docker/base-images";
import lock from "../../../platforms/docker/base-images.lock.json";

interface Locked {
    readonly image: string;
    readonly digest: string | null;
    readonly seen: readonly string[];
}
const entries = Object.entries(lock) as [BaseImage, Locked][];

describe("the lock of base images", () => {
    it("names an image with a tag that says a version, and where its digest was seen", () => {
        for (const [asked, { image, seen }] of entries) {
            assert.match(image, /^[a-z0-9./_-]+:v?\d[A-Za-z0-9._-]*$/, asked);
            assert.ok(seen.length > 0, asked);
            // At a commit, so that it still says the same when somebody looks.
            for (const url of seen) assert.match(url, /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/blob\/[0-9a-f]{40}\//);
        }
    });

    it("has a whole digest, or says that there is none yet", () => {
        for (const [asked, { digest }] of entries)
            if (digest !== null) assert.match(digest, /^sha256:[0-9a-f]{64}$/, asked);
    });

    it("has no digest twice: two images with one would be one copied by mistake", () => {
        const digests = entries.flatMap(([, { digest }]) => digest ?? []);
        assert.equal(new Set(digests).size, digests.length);
    });

    it("has every version of PostgreSQL that can be asked for, with and without vectors", () => {
        for (const version of ["15", "16", "17"] as const) {
            assert.match(baseImage(`postgres ${version}`), new RegExp(`^postgres:${version}-alpine`));
            assert.match(baseImage(`pgvector ${version}`), new RegExp(`^pgvector/pgvector:[\\d.]+-pg${version}`));
        }
    });

    it("gives an image by tag and digest", () => {
        for (const [asked, { image, digest }] of entries)
            assert.equal(baseImage(asked), digest === null ? image : `${image}@${digest}`);
    });
});
