import { aboveSandbox } from "../../../environment/tier";
import type { Value } from "../../facts";
import type { Rule } from "../../rule";
import { isUnknown, judged, pieces, workloads } from "../../views";

export const imagesPinnedByDigest: Rule = {
    name: "images-pinned-by-digest",
    kind: "hygiene",
    forbids: "No workload may run an image that is not named by its digest.",
    why: "A tag can be moved, so what was tried out and what runs need not be the same.",
    level: ({ tier }) => (aboveSandbox(tier) ? "mandatory" : "advisory"),
    severity: "high",
    requirements: ["MVA-11", "MVA-9"],
    repair: "Write the image as `name:tag@sha256:…`, as CI recorded it.",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        for (const { resource, images, name } of workloads(scope)) {
            for (const image of images) {
                if (isPinned(image)) continue;
                yield { urn: resource.urn, message: `The image of "${name}" is not named by its digest.` };
            }
        }
        for (const { urn, type, inputs } of judged(scope)) {
            if (type !== "docker:index/remoteImage:RemoteImage" || isPinned(inputs.name ?? "")) continue;
            yield { urn, message: "The image that is pulled is not named by its digest." };
        }
    },
};

/** An image that a resource of the stack builds or pulls is judged there; a digest alone is what the engine calls it. */
const isPinned = (image: Value): boolean => /(^|@)sha256:[0-9a-f]{64}/.test(pieces(image).text) || isUnknown(image);
