import * as pulumi from "@pulumi/pulumi";
import type { Delivery as Access, DeliveryArgs as AccessArgs, ImageRegistry, Platform } from "../platforms/platform";

export interface DeliveryArgs extends Pick<AccessArgs, "repository" | "repositoryId" | "branch" | "manages"> {
    readonly platform: Platform;
    /** Whether the branch also builds the image and pushes it. Default: false. */
    readonly builds?: boolean | undefined;
    /** The registry of the images, where this stack manages it. Default: another stack does, and admits these accounts. */
    readonly registry?: ImageRegistry | undefined;
}

/** Which pushes deploy, and what somebody writes into the variables of the repository's environment on GitHub, once. */
export interface DeliveryOutputs {
    readonly repository: string;
    /** A push to it deploys this environment. */
    readonly branch: string;
    /** What the workflow presents its token to: `projects/…/providers/github`; only in a cloud. */
    readonly provider?: pulumi.Output<string> | undefined;
    /** Address of the account that deploys; only in a cloud. */
    readonly deployer?: pulumi.Output<string> | undefined;
    /** Address of the account that pushes the image; only where this branch builds it. */
    readonly publisher?: pulumi.Output<string> | undefined;
}

/**
 * Who deploys the environment: the workflow of one branch of one repository. In a cloud it signs in by a token that lasts
 * as long as its job, and no key exists that could be stolen; a Docker host is reached by SSH, or the workflow runs on it.
 *
 * @example
 * new Delivery("delivery", { platform, repository: "acme/voice", branch: "main", manages: ["services", "secrets"] });
 */
export class Delivery extends pulumi.ComponentResource {
    /** What the workflow signs in with; nothing on a Docker host. */
    readonly access: Access | undefined;
    readonly outputs: DeliveryOutputs;

    constructor(name: string, args: DeliveryArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, registry, repository, repositoryId, branch, manages, builds = false } = args;
        super("ringfence:index:Delivery", name, { repository, branch, builds }, opts);
        this.access = platform.delivery(name, { repository, repositoryId, branch, manages, builds }, this);
        if (registry !== undefined && this.access !== undefined) this.admit(this.access, registry, name);
        this.outputs = { repository, branch, ...accountsOf(this.access) };
        this.registerOutputs({ ...this.outputs });
    }

    private admit({ deployer, publisher }: Access, registry: ImageRegistry, name: string): void {
        registry.grantReading(`${name}-deployer-reads`, deployer, this);
        if (publisher !== undefined) registry.grantWriting(`${name}-publisher-writes`, publisher, this);
    }
}

const accountsOf = (access: Access | undefined): Pick<DeliveryOutputs, "provider" | "deployer" | "publisher"> =>
    access === undefined
        ? {}
        : { provider: access.provider, deployer: access.deployer.id, publisher: access.publisher?.id };
