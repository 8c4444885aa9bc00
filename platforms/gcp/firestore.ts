import * as firestore from "@pulumi/gcp/firestore";
import * as projects from "@pulumi/gcp/projects";
import * as pulumi from "@pulumi/pulumi";
import { aboveSandbox, isProduction } from "../../environment/tier";
import { inEnvironment, shorten } from "../names";
import type { DocumentStore, DocumentStoreArgs } from "../platform";
import { adopting } from "./adoption";
import { deletionFor } from "./deletion";
import type { Foundation } from "./foundation";
import { longest } from "./limits";

/** Seconds that a daily backup is kept: 7 days; at most 14 weeks. https://cloud.google.com/firestore/docs/backups */
const backupRetention = 7 * 86400;

/**
 * A Firestore database with a name of its own, never `(default)`: a client that forgets to say which database it wants
 * gets none instead of another's.
 */
export function firestoreDatabase(
    { environment, tier, project, region, apis }: Foundation,
    name: string,
    args: DocumentStoreArgs,
    parent: pulumi.Resource,
): DocumentStore {
    const { adopt } = args;
    const { protect, documents } = deletionFor(tier, adopt);
    const database = new firestore.Database(
        `${name}-documents`,
        {
            project,
            name: adopt?.database ?? shorten(inEnvironment(environment, name), longest.documents),
            locationId: args.location ?? region,
            type: "FIRESTORE_NATIVE",
            pointInTimeRecoveryEnablement: isProduction(tier)
                ? "POINT_IN_TIME_RECOVERY_ENABLED"
                : "POINT_IN_TIME_RECOVERY_DISABLED",
            deleteProtectionState: protect ? "DELETE_PROTECTION_ENABLED" : "DELETE_PROTECTION_DISABLED",
            deletionPolicy: documents,
        },
        adopting(
            { parent, protect, dependsOn: [apis.enable("firestore")] },
            adopt && { id: `projects/${project}/databases/${adopt.database}`, align: adopt.align },
        ),
    );
    // A database has one daily schedule at most, and until it is aligned nothing is added to what was there.
    if (aboveSandbox(tier) && adopt?.align !== false)
        new firestore.BackupSchedule(
            `${name}-backups`,
            { project, database: database.name, retention: `${backupRetention}s`, dailyRecurrence: {} },
            { parent },
        );
    return {
        databaseName: database.name,
        resource: database,
        // The role is the project's, the condition narrows it to this database:
        // https://cloud.google.com/firestore/docs/manage-databases#configure_per-database_access_permissions
        grant: (grant, identity, reader) => [
            new projects.IAMMember(
                grant,
                {
                    project,
                    role: "roles/datastore.user",
                    member: identity.member,
                    condition: {
                        title: `only-${environment}`,
                        description: "This environment's database and no other",
                        expression: pulumi.interpolate`resource.name == "projects/${project}/databases/${database.name}"`,
                    },
                },
                { parent: reader },
            ),
        ],
    };
}
