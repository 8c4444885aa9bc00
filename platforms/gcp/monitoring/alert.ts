import * as monitoring from "@pulumi/gcp/monitoring";
import type * as pulumi from "@pulumi/pulumi";
import { reminderOf, severityOf } from "../../monitoring/by-tier";
import type { Notice } from "../../monitoring/notice";
import type { Foundation } from "../foundation";
import { labels } from "../labels";
import type { Condition } from "./condition";

export interface Alert extends Notice {
    /** Any of them is enough: at most six, and a matched log stands alone. */
    readonly conditions: readonly Condition[];
}

/** Time after which an incident of which nothing more is heard is closed: 30 minutes to 7 days. */
const closedAfter = { measured: "3600s", logged: "86400s" } as const;

/** A log that repeats itself is told of once in an hour; 5 minutes is the least that Google takes. */
const logRateLimit = "3600s";

export function alertPolicy(
    foundation: Foundation,
    name: string,
    alert: Alert,
    channels: readonly pulumi.Input<string>[],
    { parent, dependsOn }: { readonly parent: pulumi.Resource; readonly dependsOn: readonly pulumi.Resource[] },
): monitoring.AlertPolicy {
    const { environment, tier, project } = foundation;
    const matchesLog = alert.conditions.some(({ conditionMatchedLog }) => conditionMatchedLog !== undefined);
    const reminder = matchesLog ? undefined : reminderOf(tier, alert.urgent);
    return new monitoring.AlertPolicy(
        `${name}-${alert.called}`,
        {
            project,
            displayName: `${environment}: ${alert.title}`,
            combiner: "OR",
            conditions: [...alert.conditions],
            severity: severityOf(tier, alert.urgent),
            notificationChannels: [...channels],
            alertStrategy: {
                autoClose: matchesLog ? closedAfter.logged : closedAfter.measured,
                ...(matchesLog ? { notificationRateLimit: { period: logRateLimit } } : {}),
                ...(reminder === undefined || channels.length === 0
                    ? {}
                    : {
                          notificationChannelStrategies: [
                              { notificationChannelNames: [...channels], renotifyInterval: `${reminder}s` },
                          ],
                      }),
            },
            documentation: {
                subject: `[${environment}] ${alert.title}`,
                content: explained(foundation, alert),
                mimeType: "text/markdown",
            },
            userLabels: labels(foundation, name),
        },
        { parent, dependsOn: [...dependsOn] },
    );
}

/** What the person reads who is woken by it. */
const explained = ({ environment, tier, project }: Foundation, { called, title, means, steps }: Alert): string =>
    [
        `**${title}** in ${environment} (${tier}), project \`${project}\`.`,
        means,
        steps.map((step, index) => `${index + 1}. ${step}`).join("\n"),
        `More: \`docs/operating.md#${called}\``,
    ].join("\n\n");
