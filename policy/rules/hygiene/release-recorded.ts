import { unreleased } from "../../../environment/schema/release";
import type { Rule } from "../../rule";
import { pieces, workloads } from "../../views";

export const releaseRecorded: Rule = {
    name: "release-recorded",
    kind: "hygiene",
    forbids: "No workload should run the placeholder of a release that has not been built.",
    why: "The placeholder's digest is that of an empty image: a deployment of it does not start.",
    level: "advisory",
    severity: "medium",
    requirements: ["MVA-11", "MVA-7"],
    repair: "Let CI build the image and record its digest in the stack file.",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        for (const { resource, images, name } of workloads(scope)) {
            if (!images.some((image) => pieces(image).text.includes(unreleased))) continue;
            yield {
                urn: resource.urn,
                message: `The image of "${name}" is the placeholder of a release that is not built yet.`,
            };
        }
    },
};
