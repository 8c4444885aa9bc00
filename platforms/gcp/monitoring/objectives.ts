import * as monitoring from "@pulumi/gcp/monitoring";
import type * as pulumi from "@pulumi/pulumi";
import { patienceOf } from "../../monitoring/by-tier";
import { percent } from "../../monitoring/wording";
import { inEnvironment } from "../../names";
import type { WatchArgs, WatchedService } from "../../platform";
import type { Foundation } from "../foundation";
import { labels } from "../labels";
import { metrics, serverErrors } from "./metrics";
import { filterOf } from "./series";

/** Days of an objective, four whole weeks: a weekend counts the same in each. */
const days = 28;

export interface Objective {
    readonly role: WatchedService["role"];
    readonly objective: monitoring.Slo;
}

/**
 * What callers may count on: the share of requests that the server answers. One objective a service, because a call is one
 * request to the gateway and would not be seen among the thousands of the API.
 */
export function objectives(
    foundation: Foundation,
    name: string,
    { services, objectives: { availability } }: WatchArgs,
    { parent, dependsOn }: { readonly parent: pulumi.Resource; readonly dependsOn: readonly pulumi.Resource[] },
): readonly Objective[] {
    const { environment, tier, project } = foundation;
    if (patienceOf(tier, "objectives") === undefined) return [];
    const userLabels = labels(foundation, name);
    const platform = new monitoring.CustomService(
        `${name}-platform`,
        {
            project,
            serviceId: inEnvironment(environment, name),
            displayName: `${environment}: the voice platform`,
            userLabels,
        },
        { parent, dependsOn: [...dependsOn] },
    );
    return services.map(({ role, serviceName }) => ({
        role,
        objective: new monitoring.Slo(
            `${name}-availability-${role}`,
            {
                project,
                service: platform.serviceId,
                sloId: `availability-${role}`,
                displayName: `${percent(availability)} of the requests to ${serviceName} over ${days} days`,
                goal: availability,
                rollingPeriodDays: days,
                requestBasedSli: {
                    goodTotalRatio: {
                        badServiceFilter: filterOf(metrics.requests(serviceName, serverErrors)),
                        totalServiceFilter: filterOf(metrics.requests(serviceName)),
                    },
                },
                userLabels,
            },
            { parent },
        ),
    }));
}
