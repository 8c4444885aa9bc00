import { shorten } from "../names";

/**
 * How long names may be, in characters.
 * Cloud Run: https://cloud.google.com/run/docs/configuring/services#naming
 * Service accounts: https://cloud.google.com/iam/docs/service-accounts-create
 * Memorystore: https://cloud.google.com/memorystore/docs/redis/create-manage-instances
 * Firestore: https://cloud.google.com/firestore/docs/manage-databases#database_id
 * Cloud Storage: https://cloud.google.com/storage/docs/buckets#naming
 * Cloud Logging: https://cloud.google.com/logging/quotas#log-limits
 * Cloud Load Balancing, Cloud Armor: https://cloud.google.com/compute/docs/naming-resources
 * Certificate Manager: https://cloud.google.com/certificate-manager/docs/reference/certificate-manager/rest/v1/projects.locations.certificates/create
 * Cloud DNS: https://cloud.google.com/dns/docs/reference/rest/v1/managedZones
 * Cloud SQL takes 98 with the project's, of which that may be 30: https://cloud.google.com/sql/docs/postgres/instance-settings
 */
export const longest = {
    service: 49,
    revision: 63,
    account: 30,
    redis: 40,
    documents: 63,
    postgres: 63,
    bucket: 63,
    compute: 63,
    certificate: 63,
    zone: 63,
    logging: 100,
} as const;

/** A service account's name has at least six characters. */
export const accountId = (name: string): string => shorten(name.length < 6 ? `${name}-runtime` : name, longest.account);
