import type { Tier } from "../../environment/tier";

/**
 * What `pulumi destroy` may take away: a sandbox goes without a word, production refuses. The providers' own defaults
 * suit neither: Cloud Run and Cloud SQL protect everything, Firestore leaves the database behind and forgets it.
 */
export interface Deletion {
    /**
     * `deletionProtection` of services, databases and Redis, and the same in the Cloud SQL and Firestore APIs. What holds
     * data has Pulumi's own `protect` too: the engine then refuses the whole command, before it has deleted anything.
     */
    readonly protect: boolean;
    /** Firestore's `deletionPolicy`: PREVENT fails the command, DELETE deletes. */
    readonly documents: "PREVENT" | "DELETE";
    /** What becomes of a secret's version that is no longer wanted: DISABLE can be undone. */
    readonly secretVersions: "DISABLE" | "DELETE";
    /** Days that a last backup outlives a Cloud SQL instance; 0 is none. At most 365. */
    readonly finalBackupDays: number;
}

const disposable: Deletion = { protect: false, documents: "DELETE", secretVersions: "DELETE", finalBackupDays: 0 };
const kept: Deletion = { protect: true, documents: "PREVENT", secretVersions: "DISABLE", finalBackupDays: 30 };

export const deletionOf: Readonly<Record<Tier, Deletion>> = {
    sandbox: disposable,
    // Staging can be made again from its seed; its audit records are no part of its databases.
    "pre-production": disposable,
    production: kept,
    // Whatever every environment leans on.
    shared: kept,
};

/** What an environment has taken over was somebody's before: it is kept in every tier. */
export const deletionFor = (tier: Tier, adopted: object | undefined): Deletion =>
    adopted === undefined ? deletionOf[tier] : kept;
