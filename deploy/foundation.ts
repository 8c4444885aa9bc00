/**
 * What needs a pushed image or a supplied secret: Cloud Run starts nothing without both. By URN, in which a type comes
 * last before the name; whatever is made of them (DNS records that point to them, checks that call them) goes with them.
 * What is deployed already stays as it is.
 */
const startsImages = ["cloudrunv2/service:Service", "cloudrunv2/job:Job", "cloudrunv2/workerPool:WorkerPool"];

/**
 * Pre-production lets production's anonymiser in, and Google grants nothing to an account that does not exist yet. In
 * the foundations pre-production comes before production, which in turn lets pre-production's accounts pull images.
 */
const letsProductionIn = "**gcp:storage/bucketIAMMember:BucketIAMMember::*-written-by-anonymiser";

/** Words for `pulumi up` that leave these out. https://www.pulumi.com/docs/iac/cli/commands/pulumi_up/ */
export const leavingOutServices: readonly string[] = [
    ...startsImages.flatMap((type) => ["--exclude", `**gcp:${type}::*`]),
    "--exclude",
    letsProductionIn,
    "--exclude-dependents",
];
