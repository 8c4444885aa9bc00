import { shorten } from "../names";

/**
 * How long names may be, in characters.
 * Cloud Run: https://cloud.google.com/run/docs/configuring/services#naming
 * Service accounts: https://cloud.google.com/iam/docs/service-accounts-create
 * Memorystore: https://cloud.google.com/memorystore/docs/redis/create-manage-instances
 * Firestore: https://cloud.google.com/firestore/docs/manage-databases#database_id
 * Cloud SQL takes 98 with the project's, of which that may be 30: https://cloud.google.com/sql/docs/postgres/instance-settings
 */
export const longest = {
    service: 49,
    revision: 63,
    account: 30,
    redis: 40,
    documents: 63,
    postgres: 63,
} as const;

/** A service account's name has at least six characters. */
export const accountId = (name: string): string => shorten(name.length < 6 ? `${name}-runtime` : name, longest.account);
