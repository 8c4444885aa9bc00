import * as monitoring from "@pulumi/gcp/monitoring";
import type * as pulumi from "@pulumi/pulumi";
import { patienceOf, uptimePeriod } from "../../monitoring/by-tier";
import type { WatchedHost } from "../../platform";
import type { Foundation } from "../foundation";
import { labels } from "../labels";

/** Places that the checks are made from; Google takes no fewer than three. */
const places = ["EUROPE", "ASIA_PACIFIC", "USA_VIRGINIA"];

/**
 * Asks each public host name over the internet whether it answers, the way callers take: through the edge, with its
 * certificate. A redirect is followed. What stands before the host must let Google's checkers through; they call themselves
 * `GoogleStackdriverMonitoring-UptimeChecks`. https://cloud.google.com/monitoring/uptime-checks/using-uptime-checks
 */
export function uptimeChecks(
    foundation: Foundation,
    name: string,
    hosts: readonly WatchedHost[],
    parent: pulumi.Resource,
): readonly monitoring.UptimeCheckConfig[] {
    const { environment, tier, project, apis } = foundation;
    if (patienceOf(tier, "uptime") === undefined) return [];
    return hosts.map(
        ({ called, host, path }) =>
            new monitoring.UptimeCheckConfig(
                `${name}-uptime-${called}`,
                {
                    project,
                    displayName: `${environment}: ${host}`,
                    period: `${uptimePeriod(tier)}s`,
                    timeout: "10s",
                    selectedRegions: places,
                    monitoredResource: { type: "uptime_url", labels: { project_id: project, host } },
                    httpCheck: { path, port: 443, useSsl: true, validateSsl: true, requestMethod: "GET" },
                    userLabels: labels(foundation, name),
                },
                { parent, dependsOn: [apis.enable("monitoring")] },
            ),
    );
}
