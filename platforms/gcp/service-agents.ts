import * as projects from "@pulumi/gcp/projects";
import type * as pulumi from "@pulumi/pulumi";
import type { Api, Apis } from "./apis";

/**
 * Google's own accounts that act for the project when one of its services does something by itself: fetch an image,
 * publish a message. Google makes each when it is first needed; asking for it makes it now, so that something can be
 * granted to it. https://cloud.google.com/iam/docs/service-agents
 */
export class ServiceAgents {
    readonly #agents = new Map<Api, projects.ServiceIdentity>();

    constructor(
        private readonly name: string,
        private readonly project: string,
        private readonly apis: Apis,
        private readonly parent: pulumi.Resource,
    ) {}

    /** The agent of a service; its `member` is how permissions name it. */
    of(api: Api): projects.ServiceIdentity {
        const known = this.#agents.get(api);
        if (known !== undefined) return known;
        const agent = new projects.ServiceIdentity(
            `${this.name}-${api}-agent`,
            { project: this.project, service: `${api}.googleapis.com` },
            { parent: this.parent, dependsOn: [this.apis.enable(api)] },
        );
        this.#agents.set(api, agent);
        return agent;
    }
}
