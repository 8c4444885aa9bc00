import { services } from "../defaults";
import type { ImageReference } from "../schema/release";
import { aboveSandbox } from "../tier";
import { allOf, quoted } from "../wording";
import { type Finding, rule } from "./rule";

export const imageDigest = rule({
    name: "image-digest",
    demands: "Every service has an image, above the sandbox by the digest that was promoted",
    requirements: ["MVA-7", "MVA-11"],
    needs: ["tier", "release", "services"],
    *check({ tier, release: { image, images }, services: run }) {
        const without = run.filter((service) => images[service] === undefined && image === undefined);
        if (without.length > 0)
            yield {
                path: ["release", "image"],
                message: `is missing, and ${allOf(without)} have no image of their own`,
                repair: "write the image that all services run, or one for each under `images`",
            };
        if (!aboveSandbox(tier)) return;
        if (image !== undefined && image.digest === undefined) yield unpinned(["release", "image"], image);
        for (const service of services) {
            const own = images[service];
            if (own !== undefined && own.digest === undefined) yield unpinned(["release", "images", service], own);
        }
    },
});

const unpinned = (path: Finding["path"], { reference }: ImageReference): Finding => ({
    path,
    message: `${quoted(reference)} is no particular image: a tag can be moved to another one`,
    repair: `append the digest of the image that the tier below ran: ${reference}@sha256:…`,
});
