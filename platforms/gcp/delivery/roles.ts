import type { Managed } from "../../platform";

/** A role of the deployer's in the environment's project, and what of the program needs it. */
export interface DeployerRole {
    readonly role: string;
    readonly because: string;
}

/**
 * What an account needs in order to make and change what the program describes, by what that is. Each is the smallest
 * predefined role that holds the permissions: https://cloud.google.com/iam/docs/roles-permissions
 */
export const deployerRoles: Readonly<Record<Managed | "always", readonly DeployerRole[]>> = {
    always: [
        {
            role: "roles/serviceusage.serviceUsageAdmin",
            because: "switches APIs on and asks for Google's own accounts",
        },
        { role: "roles/iam.serviceAccountAdmin", because: "makes an account for each workload" },
        { role: "roles/iam.serviceAccountUser", because: "lets workloads run as those accounts" },
    ],
    services: [{ role: "roles/run.admin", because: "makes services and jobs and says who may call them" }],
    secrets: [{ role: "roles/secretmanager.admin", because: "makes secrets, writes versions, says who may read them" }],
    postgresql: [{ role: "roles/cloudsql.admin", because: "makes instances, databases and users" }],
    firestore: [{ role: "roles/datastore.owner", because: "makes databases and their backup schedules" }],
    redis: [{ role: "roles/redis.admin", because: "makes instances and reads their password" }],
    network: [
        { role: "roles/compute.networkAdmin", because: "makes networks, subnetworks and addresses" },
        { role: "roles/servicenetworking.networksAdmin", because: "connects the network with Google's" },
        { role: "roles/dns.admin", because: "makes the network's private zones" },
    ],
    balancer: [
        { role: "roles/compute.loadBalancerAdmin", because: "makes the load balancer and its address" },
        { role: "roles/compute.securityAdmin", because: "makes its security and TLS policies" },
        { role: "roles/certificatemanager.owner", because: "makes its certificates" },
    ],
    buckets: [{ role: "roles/storage.admin", because: "makes buckets and says who may use them" }],
    logs: [{ role: "roles/logging.configWriter", because: "makes log buckets, sinks and log metrics" }],
    monitoring: [{ role: "roles/monitoring.admin", because: "makes checks, alerts, channels and dashboards" }],
    schedules: [{ role: "roles/cloudscheduler.admin", because: "makes schedules" }],
    events: [
        { role: "roles/pubsub.admin", because: "makes topics and says who may publish" },
        { role: "roles/eventarc.admin", because: "makes triggers" },
        { role: "roles/workflows.admin", because: "makes workflows" },
    ],
};

export const rolesFor = (manages: readonly Managed[]): readonly DeployerRole[] => [
    ...deployerRoles.always,
    ...manages.flatMap((what) => deployerRoles[what]),
];

/** The roles on the project that a deployment may give and take: those of workloads, each harmless in itself. */
export const workloadRoles = [
    "roles/datastore.user",
    "roles/eventarc.eventReceiver",
    "roles/logging.logWriter",
    "roles/workflows.invoker",
] as const;

/**
 * A deployment sets permissions on the project, but may give and take only the roles above. It can make and
 * change no role and no pool, so no change of this program widens what the deployer may do: that takes a person. It may
 * run code as any account of the project, so none there may have more than it; Google's default accounts have no role
 * in a new project.
 * https://cloud.google.com/iam/docs/setting-limits-on-granting-roles
 */
export const grantsWorkloadRolesOnly = `api.getAttribute("iam.googleapis.com/modifiedGrantsByRole", []).hasOnly([${workloadRoles
    .map((role) => `"${role}"`)
    .join(", ")}])`;
