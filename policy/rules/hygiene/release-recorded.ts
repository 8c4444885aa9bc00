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
    // One sentence for the whole stack: its services are released together.
    *check(scope) {
        const waiting = workloads(scope).filter(({ images }) =>
            images.some((image) => pieces(image).text.includes(unreleased)),
        );
        const [first, ...others] = waiting;
        if (first === undefined) return;
        const names = waiting.map(({ name }) => `"${name}"`).sort();
        const images = others.length === 0 ? `image of ${names[0]} is` : `images of ${names.join(", ")} are`;
        yield { urn: first.resource.urn, message: `The ${images} the placeholder of a release that is not built yet.` };
    },
};
