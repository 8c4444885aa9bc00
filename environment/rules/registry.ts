import { services } from "../defaults";
import { isFromRegistry, registryAddress } from "../image-address";
import type { ImageReference } from "../schema/release";
import { quoted } from "../wording";
import { type Finding, rule } from "./rule";

export const registry = rule({
    name: "registry",
    demands: "Images come from the declared registry, and the stack that manages it says who else reads and writes it",
    requirements: ["MVA-11", "MVA-7", "ACG-10"],
    needs: ["registry", "release"],
    *check({ name, registry, release: { image, images } }) {
        if (registry === undefined) return;
        const elsewhere = (found: ImageReference | undefined): found is ImageReference =>
            found !== undefined && !isFromRegistry(registry, found.reference);
        const address = registryAddress(registry);
        if (elsewhere(image)) yield notFrom(address, ["release", "image"], image);
        for (const service of services) {
            const own = images[service];
            if (elsewhere(own)) yield notFrom(address, ["release", "images", service], own);
        }
        const { managed, readers, deployers, publisher } = registry;
        if (!managed)
            for (const [key, given] of Object.entries({ readers, deployers, publisher })) {
                if (given === undefined || (typeof given === "object" && Object.keys(given).length === 0)) continue;
                yield {
                    path: ["registry", key],
                    message: "is for the stack that manages the registry, and this one only uses it",
                    repair: `move it to the stack file that says \`managed: true\`, or say so here`,
                };
            }
        for (const [key, given] of Object.entries({ readers, deployers }))
            if (Object.hasOwn(given, name))
                yield {
                    path: ["registry", key, name],
                    message: "is this stack itself, which may read without being listed",
                    repair: "leave the line out",
                };
        for (const stack of Object.keys(deployers))
            if (!Object.hasOwn(readers, stack) && stack !== name)
                yield {
                    path: ["registry", "deployers", stack],
                    message: `deploys ${quoted(stack)}, whose services may not pull the image`,
                    repair: "list the number of its project under `readers` too",
                };
    },
});

const notFrom = (address: string, path: Finding["path"], { reference }: ImageReference): Finding => ({
    path,
    message: `${quoted(reference)} is not in the declared registry`,
    repair: `write an image of ${address}/…, or declare the registry that it comes from in ringfence:registry`,
});
