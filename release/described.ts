import { type Environment, imageOf, services, unreleased } from "../environment";
import { ReleaseError } from "./release-error";
import type { Entry } from "./stack-file";

/** What a stack releases, as lines of `name=value`, which GitHub Actions takes as the outputs of a step. */
export function described(environment: Environment): string {
    const { release, services } = environment;
    const images = services.map((service) => imageOf(environment, service));
    const [first] = images;
    const digests = new Set(images.flatMap(({ digest }) => digest ?? []));
    return [
        `name=${release.name}`,
        `image=${first?.reference ?? ""}`,
        `repository=${first?.repository ?? ""}`,
        // CI tags an image with the commit that it was built from.
        `commit=${/^[0-9a-f]{40}$/.test(first?.tag ?? "") ? first?.tag : ""}`,
        `digests=${[...digests].map((digest) => digest.replace("sha256:", "")).join(" ")}`,
        "",
    ].join("\n");
}

/** What a release consists of, for another stack's file. */
export function entriesOf({ name, release }: Environment): readonly Entry[] {
    const images: readonly Entry[] = [
        ...(release.image === undefined ? [] : [{ path: ["image"], text: release.image.reference }]),
        ...services.flatMap((service) => {
            const own = release.images[service];
            return own === undefined ? [] : [{ path: ["images", service], text: own.reference }];
        }),
    ];
    for (const { text } of images) {
        if (text.includes(unreleased))
            throw new ReleaseError(`${name} runs no image yet: its digest is the placeholder's. Build one first.`);
        if (!text.includes("@sha256:"))
            throw new ReleaseError(`${name}'s image ${text} is not named by its digest, so nobody can promote it.`);
    }
    return [{ path: ["name"], text: release.name }, ...images];
}
