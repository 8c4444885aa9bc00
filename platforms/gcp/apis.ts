import * as projects from "@pulumi/gcp/projects";
import type * as pulumi from "@pulumi/pulumi";

/** The Google APIs that an environment may need, by the first label of their host name. */
export type Api =
    | "artifactregistry"
    | "certificatemanager"
    | "cloudkms"
    | "cloudresourcemanager"
    | "cloudscheduler"
    | "compute"
    | "containerscanning"
    | "dns"
    | "eventarc"
    | "firestore"
    | "iam"
    | "iamcredentials"
    | "logging"
    | "monitoring"
    | "pubsub"
    | "redis"
    | "run"
    | "secretmanager"
    | "servicenetworking"
    | "sqladmin"
    | "storage"
    | "sts"
    | "workflowexecutions"
    | "workflows";

/**
 * Switches on each API of the project when something first needs it, so that an empty project is enough and no API is
 * on for nothing. Two must be on beforehand, because they switch on the others: `serviceusage`, which is in every new
 * project, and `cloudresourcemanager`, through which the provider looks the project up.
 *
 * None is switched off by `pulumi destroy`: an API that is off takes every resource of its kind with it, those of others
 * too.
 */
export class Apis {
    readonly #enabled = new Map<Api, projects.Service>();

    constructor(
        private readonly name: string,
        private readonly project: string,
        private readonly parent: pulumi.Resource,
    ) {}

    /** What a resource that uses the API depends on. */
    enable(api: Api): projects.Service {
        const known = this.#enabled.get(api);
        if (known !== undefined) return known;
        const enabled = new projects.Service(
            `${this.name}-${api}-api`,
            { project: this.project, service: `${api}.googleapis.com`, disableOnDestroy: false },
            {
                parent: this.parent,
                dependsOn: api === "cloudresourcemanager" ? [] : [this.enable("cloudresourcemanager")],
            },
        );
        this.#enabled.set(api, enabled);
        return enabled;
    }
}
