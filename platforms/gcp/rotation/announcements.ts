import * as pubsub from "@pulumi/gcp/pubsub";
import type * as pulumi from "@pulumi/pulumi";
import type { Foundation } from "../foundation";
import { labels } from "../labels";

/** Where Secret Manager says that a secret is due. */
export interface Announcements {
    readonly topic: pubsub.Topic;
    /** Secret Manager's permission to say so. */
    readonly publisher: pubsub.TopicIAMMember;
}

/**
 * The topic, on which Secret Manager's own account may publish and nobody else.
 * https://cloud.google.com/secret-manager/docs/event-notifications
 */
export function announcements(name: string, foundation: Foundation, parent: pulumi.Resource): Announcements {
    const { environment, project, region, apis, agents } = foundation;
    const topic = new pubsub.Topic(
        `${name}-rotation-topic`,
        {
            project,
            name: `${environment}-secret-rotation`,
            labels: labels(foundation, "vault"),
            // A message describes the secret, never its value; like the secret it stays in the region.
            messageStoragePolicy: { allowedPersistenceRegions: [region] },
        },
        { parent, dependsOn: [apis.enable("pubsub")] },
    );
    const publisher = new pubsub.TopicIAMMember(
        `${name}-rotation-publisher`,
        {
            project,
            topic: topic.name,
            role: "roles/pubsub.publisher",
            member: agents.of("secretmanager").member,
        },
        { parent },
    );
    return { topic, publisher };
}
