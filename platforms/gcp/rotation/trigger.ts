import * as eventarc from "@pulumi/gcp/eventarc";
import * as projects from "@pulumi/gcp/projects";
import type * as pubsub from "@pulumi/gcp/pubsub";
import type * as workflows from "@pulumi/gcp/workflows";
import type * as pulumi from "@pulumi/pulumi";
import type { Foundation } from "../foundation";
import { serviceAccount } from "../identity";
import { labels } from "../labels";

/**
 * Starts the workflow for each message of the topic, as an identity that may do nothing else.
 * https://cloud.google.com/eventarc/docs/workflows/roles-permissions
 */
export function trigger(
    name: string,
    foundation: Foundation,
    topic: pubsub.Topic,
    workflow: workflows.Workflow,
    parent: pulumi.Resource,
): eventarc.Trigger {
    const { environment, project, region, apis, agents } = foundation;
    const identity = serviceAccount(
        foundation,
        `${name}-rotation-trigger-identity`,
        { account: `${environment}-rotation-trigger`, description: `Starts the rotation of ${environment}'s secrets` },
        parent,
    );
    const grant = (child: string, role: string, member: pulumi.Input<string>) =>
        new projects.IAMMember(`${name}-rotation-${child}`, { project, role, member }, { parent });
    return new eventarc.Trigger(
        `${name}-rotation-trigger`,
        {
            project,
            location: region,
            name: `${environment}-secret-rotation`,
            labels: labels(foundation, "vault"),
            matchingCriterias: [{ attribute: "type", value: "google.cloud.pubsub.topic.v1.messagePublished" }],
            transport: { pubsub: { topic: topic.id } },
            destination: { workflow: workflow.id },
            serviceAccount: identity.id,
        },
        {
            parent,
            dependsOn: [
                apis.enable("eventarc"),
                apis.enable("workflowexecutions"),
                grant("receives", "roles/eventarc.eventReceiver", identity.member),
                // Workflows are granted on the project only; this is the environment's, and holds no other.
                grant("invokes", "roles/workflows.invoker", identity.member),
                // Eventarc's own account gets this role some minutes after the API is on, if nobody gives it one.
                grant("eventarc", "roles/eventarc.serviceAgent", agents.of("eventarc").member),
            ],
        },
    );
}
