import { casesOf, digest, image } from "../fixtures";

const { accepts, refuses } = casesOf("image-digest");
const byTag = "europe-west2-docker.pkg.dev/acme-images/voice/agent:1.4.0";

describe("the rule image-digest", () => {
    it("accepts one image for all services, or one for each, by digest", () => {
        accepts("production");
        accepts("production", {
            "ringfence:release.image": undefined,
            "ringfence:release.images": { api: image, gateway: `acme/gateway@${digest}`, web: image },
        });
    });
    it("accepts a tag in the sandbox", () => {
        accepts("sandbox", { "ringfence:release.image": byTag });
    });
    it("MVA-11 refuses a tag above the sandbox", () => {
        for (const tier of ["pre-production", "production"] as const)
            refuses(
                tier,
                { "ringfence:release.image": byTag },
                {
                    key: "ringfence:release.image",
                    message: `"${byTag}" is no particular image`,
                    repair: `${byTag}@sha256:`,
                },
            );
        refuses(
            "production",
            { "ringfence:release.images.web": byTag },
            { key: "ringfence:release.images.web", message: "is no particular image", repair: "append the digest" },
        );
    });
    it("MVA-11 demands an image for every service", () => {
        refuses(
            "sandbox",
            { "ringfence:release.image": undefined, "ringfence:release.images": { web: image } },
            {
                key: "ringfence:release.image",
                message: "api and gateway have no image of their own",
                repair: "`images`",
            },
        );
    });
});
