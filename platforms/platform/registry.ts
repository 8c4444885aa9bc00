import type * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../../environment/units";
import type { Identity } from "./identity";

export interface ImageRegistryArgs {
    /** The project that holds images and nothing else. */
    readonly project: string;
    readonly location: string;
    readonly repository: string;
    /** Newest images of each package that clean-up never deletes. */
    readonly keep: number;
    /** Age at which an image without a tag is deleted. */
    readonly untaggedFor: Seconds;
    /** Whether each pushed image is searched for known vulnerabilities. */
    readonly scan: boolean;
    /** Projects whose services pull from it, by number, under the names of their environments. */
    readonly readers: Readonly<Record<string, string>>;
    /** Accounts of other environments that deploy from it, by address, under the names of their environments. */
    readonly deployers: Readonly<Record<string, string>>;
    /** Another environment's account that pushes to it, by address. */
    readonly publisher?: string | undefined;
}
export interface ImageRegistry {
    /** What every image's name begins with: `europe-west2-docker.pkg.dev/acme-images/voice`. */
    readonly address: string;
    readonly resource: pulumi.Resource;
    grantReading(name: string, identity: Identity, parent: pulumi.Resource): pulumi.Resource;
    grantWriting(name: string, identity: Identity, parent: pulumi.Resource): pulumi.Resource;
}
