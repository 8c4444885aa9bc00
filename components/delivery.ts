import * as pulumi from "@pulumi/pulumi";
import type { Delivery as Access, DeliveryArgs as AccessArgs, ImageRegistry, Platform } from "../platforms/platform";

export interface DeliveryArgs extends Pick<AccessArgs, "repository" | "repositoryId" | "branch" | "manages"> {
    readonly platform: Platform;
    /** Whether the branch also builds the image and pushes it. Default: false. */
    readonly builds?: boolean | undefined;
    /** The registry of the images, where this stack manages it. Default: another stack does, and admits these accounts. */
    readonly registry?: ImageRegistry | undefined;
}

/** What somebody writes into the variables of the repository's environment on GitHub, once. */
export interface DeliveryOutputs {
    /** What the workflow presents its token to: `projects/…/providers/github`. */
    readonly provider: pulumi.Output<string>;
    /** Address of the account that deploys. */
    readonly deployer: pulumi.Output<string>;
    /** Address of the account that pushes the image; only where this branch builds it. */
    readonly publisher?: pulumi.Output<string> | undefined;
}

/**
 * Who deploys the environment: the workflow of one branch of one repository, by a token that lasts as long as its job.
 * No key exists that could be stolen.
 *
 * @example
 * new Delivery("delivery", { platform, repository: "acme/voice", branch: "main", manages: ["services", "secrets"] });
 */
export class Delivery extends pulumi.ComponentResource {
    /** What the workflow signs in with. */
    readonly access: Access;

    constructor(name: string, args: DeliveryArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, registry, repository, repositoryId, branch, manages, builds = false } = args;
        super("ringfence:index:Delivery", name, { repository, branch, builds }, opts);
        this.access = platform.delivery(name, { repository, repositoryId, branch, manages, builds }, this);
        if (registry !== undefined) this.admitTo(registry, name);
        this.registerOutputs({ provider: this.access.provider });
    }

    get outputs(): DeliveryOutputs {
        const { provider, deployer, publisher } = this.access;
        return { provider, deployer: deployer.id, publisher: publisher?.id };
    }

    private admitTo(registry: ImageRegistry, name: string): void {
        const { deployer, publisher } = this.access;
        registry.grantReading(`${name}-deployer-reads`, deployer, this);
        if (publisher !== undefined) registry.grantWriting(`${name}-publisher-writes`, publisher, this);
    }
}
