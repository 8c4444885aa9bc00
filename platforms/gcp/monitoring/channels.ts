import * as monitoring from "@pulumi/gcp/monitoring";
import * as pubsub from "@pulumi/gcp/pubsub";
import type * as pulumi from "@pulumi/pulumi";
import { fingerprint, inEnvironment } from "../../names";
import type { Foundation } from "../foundation";
import { labels } from "../labels";

/** A channel for each address. Google sends a mail to any address, without asking its owner first. */
export const mailChannels = (
    foundation: Foundation,
    name: string,
    addresses: readonly string[],
    parent: pulumi.Resource,
): readonly monitoring.NotificationChannel[] =>
    addresses.map(
        (address) =>
            new monitoring.NotificationChannel(
                // By the address, so that another one in the list leaves it alone.
                `${name}-mail-${fingerprint(address.toLowerCase(), 6)}`,
                {
                    project: foundation.project,
                    displayName: `${foundation.environment}: ${address}`,
                    type: "email",
                    labels: { email_address: address },
                    userLabels: labels(foundation, name),
                },
                { parent, dependsOn: [foundation.apis.enable("monitoring")] },
            ),
    );

export interface IncidentChannel {
    readonly topic: pubsub.Topic;
    readonly channel: monitoring.NotificationChannel;
}

/**
 * A topic to which every alert is published as JSON, for whatever pages people: it subscribes. Monitoring publishes under
 * an agent of its own, which Google makes with the first channel; asking for it makes it before.
 * https://cloud.google.com/monitoring/support/notification-options#pubsub
 */
export function incidentChannel(foundation: Foundation, name: string, parent: pulumi.Resource): IncidentChannel {
    const { environment, project, apis, agents } = foundation;
    const topic = new pubsub.Topic(
        `${name}-incidents`,
        { project, name: inEnvironment(environment, "incidents"), labels: labels(foundation, name) },
        { parent, dependsOn: [apis.enable("pubsub")] },
    );
    const publisher = new pubsub.TopicIAMMember(
        `${name}-incidents-publisher`,
        { project, topic: topic.name, role: "roles/pubsub.publisher", member: agents.of("monitoring").member },
        { parent },
    );
    const channel = new monitoring.NotificationChannel(
        `${name}-incidents-channel`,
        {
            project,
            displayName: `${environment}: incidents`,
            type: "pubsub",
            labels: { topic: topic.id },
            userLabels: labels(foundation, name),
        },
        { parent, dependsOn: [publisher] },
    );
    return { topic, channel };
}
