import { isFromRegistry, registryAddress } from "../../../environment";
import { knownText } from "../../facts";
import type { Rule } from "../../rule";
import { isUnknown, workloads } from "../../views";

export const imagesFromRegistry: Rule = {
    name: "images-from-registry",
    kind: "hygiene",
    forbids: "No workload may run an image from elsewhere than the registry that its environment declares.",
    why: "What comes from elsewhere was not built by the pipeline, is not searched for vulnerabilities, and may be gone tomorrow.",
    level: ({ tier, registry }) => (tier === "production" && registry !== undefined ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["MVA-11", "MVA-7", "ORB-22"],
    repair: "Push the image to the registry of `ringfence:registry` and name it from there.",
    platforms: ["gcp"],
    *check(scope) {
        const { registry } = scope.environment;
        if (registry === undefined) return;
        for (const { resource, platform, images, name } of workloads(scope)) {
            if (platform !== "gcp") continue;
            for (const image of images) {
                const known = knownText(image);
                // Of what another resource of the stack makes, only the beginning can be known.
                if (isFromRegistry(registry, known) || (isUnknown(image) && !known.includes("/"))) continue;
                yield {
                    urn: resource.urn,
                    message: `The image of "${name}" is not from ${registryAddress(registry)}.`,
                };
            }
        }
    },
};
