import { z } from "zod";

/** A container image: `registry/path:tag@sha256:…`. The digest decides what runs; the tag is for people. */
export interface ImageReference {
    readonly repository: string;
    readonly tag: string | undefined;
    readonly digest: Digest | undefined;
    /** As written, the form that platforms take. */
    readonly reference: string;
}
declare const digestBrand: unique symbol;
export type Digest = string & { readonly [digestBrand]: true };

/** The digest of an empty OCI descriptor (`{}`): a release that has not been built yet. https://github.com/opencontainers/image-spec/blob/main/manifest.md */
export const unreleased = "sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

const imagePattern =
    /^([a-z0-9]+(?:[._-][a-z0-9]+)*(?::\d+)?(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*)(?::([\w][\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$/;

export function parseImage(text: string): ImageReference | undefined {
    const [, repository, tag, digest] = imagePattern.exec(text) ?? [];
    return repository === undefined
        ? undefined
        : { repository, tag, digest: digest as Digest | undefined, reference: text };
}

export const image = z
    .string()
    .regex(imagePattern, { error: "is no image reference" })
    .meta({
        description: "A container image, by digest above the sandbox",
        examples: [`europe-west2-docker.pkg.dev/acme/voice/agent:1.4.0@${unreleased}`],
    })
    .transform((text) => parseImage(text) as ImageReference);

const revision = z
    .string()
    .regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, { error: "is no revision name" })
    .meta({ description: "The name of a revision that exists, as the stack output `revisions` printed it" });

export const release = z
    .strictObject({
        name: z
            .string()
            .regex(/^[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?$/, { error: "is no release name" })
            .describe("Names the revisions of this release: at most 20 lower-case letters, digits and dashes")
            .meta({ examples: ["r2026-11-3"] }),
        image: image.optional().describe("The one image that all services run (one Dockerfile, one image)"),
        build: z
            .string()
            .regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, { error: "is no folder of the program" })
            .optional()
            .describe(
                "In a sandbox on Docker: a folder of the program with the Dockerfile of `image`, which is then built on the host instead of being pulled",
            )
            .meta({ examples: ["examples/workloads"] }),
        images: z
            .strictObject({ api: image.optional(), gateway: image.optional(), web: image.optional() })
            .default({})
            .describe("Images of services that do not run `image`"),
        serving: z
            .strictObject({ api: revision.optional(), gateway: revision.optional(), web: revision.optional() })
            .default({})
            .describe(
                "Revisions that take the traffic instead of this release's: the rollback switch, no new deployment",
            ),
    })
    .describe("What runs: the release's name and its images, promoted by digest from environment to environment");
export type Release = z.output<typeof release>;
