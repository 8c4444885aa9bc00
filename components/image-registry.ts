import * as pulumi from "@pulumi/pulumi";
import type { Platform, ImageRegistry as Registry, ImageRegistryArgs as RegistryArgs } from "../platforms/platform";
import { type Seconds, seconds } from "./quantities";

export interface ImageRegistryArgs extends Pick<RegistryArgs, "project" | "location" | "repository"> {
    readonly platform: Platform;
    /** Newest images of each package that clean-up never deletes. Default: 20. */
    readonly keep?: number | undefined;
    /** Age at which an image without a tag is deleted. Default: 30 days. */
    readonly untaggedFor?: Seconds | undefined;
    /** Whether each pushed image is searched for known vulnerabilities, which is paid for by the image. Default: true. */
    readonly scan?: boolean | undefined;
    /** Numbers of the projects whose services pull from it, by environment. Default: none but this one. */
    readonly readers?: RegistryArgs["readers"] | undefined;
    /** Addresses of the accounts that deploy other environments, by environment. Default: none. */
    readonly deployers?: RegistryArgs["deployers"] | undefined;
    /** Address of the account of another environment that pushes. Default: none. */
    readonly publisher?: string | undefined;
}

/**
 * The one repository that the images of all environments come from, made by the stack that manages it. It lies in a
 * project of its own, which holds nothing else.
 *
 * @example
 * new ImageRegistry("images", { platform, project: "acme-images", location: "europe-west2", repository: "voice" });
 */
export class ImageRegistry extends pulumi.ComponentResource {
    readonly registry: Registry;

    constructor(name: string, args: ImageRegistryArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, project, location, repository } = args;
        super("ringfence:index:ImageRegistry", name, { project, location, repository }, opts);
        this.registry = platform.imageRegistry(
            name,
            {
                project,
                location,
                repository,
                keep: args.keep ?? 20,
                untaggedFor: args.untaggedFor ?? seconds("30d"),
                scan: args.scan ?? true,
                readers: args.readers ?? {},
                deployers: args.deployers ?? {},
                publisher: args.publisher,
            },
            this,
        );
        this.registerOutputs({ address: this.registry.address });
    }
}
