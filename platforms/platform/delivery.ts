import type * as pulumi from "@pulumi/pulumi";
import type { Identity } from "./identity";

/** What a deployment makes and changes, and so what its account has to administer. */
export const managed = [
    "services",
    "secrets",
    "postgresql",
    "firestore",
    "redis",
    "network",
    "balancer",
    "buckets",
    "logs",
    "monitoring",
    "schedules",
    "events",
] as const;
export type Managed = (typeof managed)[number];

export interface DeliveryArgs {
    /** GitHub repository, `owner/name`. */
    readonly repository: string;
    /** GitHub's number of it, which nobody else can ever have. */
    readonly repositoryId?: string | undefined;
    /** The only branch that may. */
    readonly branch: string;
    /** What the deployer has to administer; it gets the permissions for that and no others. */
    readonly manages: readonly Managed[];
    /** Whether the branch also builds and pushes the image. */
    readonly builds: boolean;
}
export interface Delivery {
    /** What the workflow presents its token to. */
    readonly provider: pulumi.Output<string>;
    readonly deployer: Identity;
    /** Pushes the image; only where the branch builds. */
    readonly publisher?: Identity | undefined;
}
