import { Partial, type ResourceFacts, type Urn } from "../../facts";
import type { Rule, Scope } from "../../rule";
import { type Bucket, buckets, bucketsMeant, type Grant, grants, rolesOf, survey, workloads } from "../../views";

export const auditRecordsWriteOnce: Rule = {
    name: "audit-records-write-once",
    kind: "hygiene",
    forbids:
        "Records for audit must lie in a bucket with a retention, in which nobody has the right to change or delete them.",
    why: "Evidence that those whom it is about can take back is none.",
    level: "mandatory",
    severity: "critical",
    requirements: ["MVA-8", "ACG-12"],
    repair: "Give the bucket a `retentionPolicy` (`audit.records`), and whoever adds to it no more than roles/storage.objectCreator.",
    platforms: ["gcp"],
    *check(scope) {
        for (const { name, variables } of workloads(scope)) {
            const meant = variables.filter((variable) => variable.name === given).map(({ value }) => value);
            for (const value of meant) {
                const candidates = bucketsMeant(scope, value);
                if (candidates.some(isKept)) continue;
                for (const { resource } of candidates)
                    yield {
                        urn: resource.urn,
                        message: `"${name}" adds its audit records here, where they can be changed and deleted at once.`,
                    };
            }
        }
        const kept = new Set(buckets(scope).flatMap((bucket) => (isKept(bucket) ? bucket.resource.urn : [])));
        if (kept.size === 0) return;
        const runtime = accountsOfWorkloads(scope);
        for (const grant of grants(scope)) {
            const role = rolesOf(grant).find((role) => undoing.has(role));
            if (role !== undefined && (isOn(scope, grant, kept) || isOfAll(grant, runtime)))
                yield {
                    urn: grant.resource.urn,
                    message: `With ${role}, records that are kept for audit can be undone.`,
                };
        }
    },
};

/** The variable that names the bucket to a service. */
const given = "AUDIT_BUCKET";

/** A retention that is not known yet is one. */
const isKept = ({ retention }: Bucket): boolean => retention === undefined || retention > 0;

/**
 * Roles that delete or replace files, or lift what keeps them.
 * https://cloud.google.com/storage/docs/access-control/iam-roles
 */
const undoing: ReadonlySet<string> = new Set([
    "roles/storage.admin",
    "roles/storage.objectAdmin",
    "roles/storage.objectUser",
    "roles/storage.legacyBucketOwner",
    "roles/storage.legacyBucketWriter",
]);

const isOn = (scope: Scope, { targets }: Grant, kept: ReadonlySet<Urn>): boolean =>
    targets.some(
        ({ property, value }) =>
            property === "bucket" && bucketsMeant(scope, value).some(({ resource }) => kept.has(resource.urn)),
    );

/** On the whole project, for an account that a workload runs as. A condition may leave the bucket out. */
const isOfAll = ({ resource, members }: Grant, runtime: ReadonlySet<string>): boolean =>
    resource.type.startsWith("gcp:projects/") &&
    (resource.inputs.condition ?? undefined) === undefined &&
    members.some((member) => accountsNamed(member).some((account) => runtime.has(account)));

const accountsOfWorkloads = (scope: Scope): ReadonlySet<string> =>
    new Set(
        workloads(scope)
            .flatMap(({ identity }) => accountsNamed(identity))
            .filter((account) => !account.startsWith("urn:") || isAccount(survey(scope).byUrn.get(account))),
    );

/** An account by its resource, or by its address. */
const accountsNamed = (value: Grant["members"][number] | undefined): readonly string[] =>
    value instanceof Partial
        ? value.references.map(({ urn }) => urn)
        : typeof value === "string"
          ? [value.replace(/^serviceAccount:/, "")]
          : [];

const isAccount = (resource: ResourceFacts | undefined): boolean =>
    resource?.type === "gcp:serviceaccount/account:Account";
