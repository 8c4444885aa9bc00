import { rule } from "./rule";

export const build = rule({
    name: "build",
    demands: "An image is built on the host in a sandbox on Docker only, and under the name that it runs by",
    requirements: ["MVA-11"],
    needs: ["tier", "platform", "release"],
    *check({ tier, platform, release }) {
        if (release.build === undefined) return;
        if (platform !== "docker" || tier !== "sandbox")
            yield {
                path: ["release", "build"],
                message: "is for a sandbox on Docker: elsewhere the image that was tried out is promoted by its digest",
                repair: "remove it, and write the image with its digest",
            };
        else if (release.image === undefined || release.image.digest !== undefined)
            yield {
                path: ["release", "image"],
                message: "what is built here gets its digest by being built",
                repair: "write a name and a tag of your own, for example voice-agent:local",
            };
    },
});
