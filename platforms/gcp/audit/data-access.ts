import * as projects from "@pulumi/gcp/projects";
import type * as pulumi from "@pulumi/pulumi";
import type { Foundation } from "../foundation";

type LogType = "ADMIN_READ" | "DATA_READ" | "DATA_WRITE";

/**
 * What is logged beyond changes of settings, which always are. Each service logs what its methods read and write; which
 * method counts as what, its own page on audit logging says. Left out are the services that hold no data, and lists of
 * settings (ADMIN_READ), of which every preview reads hundreds.
 *
 * Of the databases these are the calls of their APIs. What SQL is run is for pgAudit, which would write customers' data
 * into the logs; Firestore is all API, so there each reading and writing of a document is an entry.
 */
const logged: Readonly<Record<string, readonly LogType[]>> = {
    // Each reading of a secret's value, and who looked for what there is.
    secretmanager: ["ADMIN_READ", "DATA_READ"],
    cloudsql: ["DATA_READ", "DATA_WRITE"],
    // Firestore's too: https://firebase.google.com/docs/firestore/enterprise/audit-logging#notes
    datastore: ["DATA_READ", "DATA_WRITE"],
    storage: ["DATA_READ", "DATA_WRITE"],
    // Who took the identity of a service account: https://cloud.google.com/iam/docs/audit-logging/audit-logging-iamcreds
    iam: ["ADMIN_READ", "DATA_READ"],
    // Who came from outside and exchanged a token: https://cloud.google.com/iam/docs/audit-logging/audit-logging-sts
    sts: ["ADMIN_READ"],
};

/** Each of these resources speaks for one service of the project, whole: no other may speak for the same. */
export function logDataAccess({ project, apis }: Foundation, name: string, parent: pulumi.Resource): void {
    for (const [service, types] of Object.entries(logged))
        new projects.IAMAuditConfig(
            `${name}-access-to-${service}`,
            {
                project,
                service: `${service}.googleapis.com`,
                auditLogConfigs: types.map((logType) => ({ logType })),
            },
            { parent, dependsOn: [apis.enable("cloudresourcemanager")] },
        );
}
