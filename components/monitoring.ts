import * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../environment/units";
import type { GrafanaAccess, Platform, WatchArgs } from "../platforms/platform";
import { seconds } from "./quantities";

export interface MonitoringArgs
    extends Partial<Pick<WatchArgs, "notify" | "incidents" | "hosts" | "database" | "redis" | "jobs" | "balancer">>,
        Partial<Pick<WatchArgs, "rotation" | "watched" | "mail" | "grafana">> {
    readonly platform: Platform;
    /** 95 of 100 requests of the API are faster. Default: 1 s. */
    readonly latency?: Seconds | undefined;
    /** Share of requests that may fail on the server, 0 to 1. Default: 0.01. */
    readonly errors?: number | undefined;
    /** Share of requests that succeed over 28 days, 0.95 to 0.9999; an objective in production. Default: 0.995. */
    readonly availability?: number | undefined;
    /** The services, each by its role. */
    readonly services: WatchArgs["services"];
}

/**
 * What is watched, and who is told. It grows with the tier: errors, failed jobs and a dashboard in a sandbox; uptime,
 * latency, capacity and the data stores above it; objectives and reminders day and night in production. What is not there
 * is not watched; everything that is left out is taken as not there.
 *
 * @example
 * new Monitoring("monitoring", {
 *     platform,
 *     notify: ["operator@example.com"],
 *     services: [{ role: "api", serviceName: "voice-api-dev", instances: { min: 0, max: 1 } }],
 * });
 */
export class Monitoring extends pulumi.ComponentResource {
    /** What an incident system subscribes to; nothing where alerts go by mail alone. */
    readonly incidents: pulumi.Output<string> | undefined;
    /** Where the pictures are, on a Docker host. */
    readonly grafana: GrafanaAccess | undefined;

    constructor(name: string, args: MonitoringArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, notify = [], incidents = false } = args;
        const objectives = {
            latency: args.latency ?? seconds("1s"),
            errors: args.errors ?? 0.01,
            availability: args.availability ?? 0.995,
        };
        super("ringfence:index:Monitoring", name, { notify, incidents, ...objectives }, opts);
        const watch = platform.watch(
            name,
            {
                notify,
                incidents,
                objectives,
                services: args.services,
                hosts: args.hosts ?? [],
                database: args.database,
                redis: args.redis ?? false,
                jobs: args.jobs ?? false,
                balancer: args.balancer ?? false,
                rotation: args.rotation ?? false,
                mail: args.mail,
                grafana: args.grafana,
                watched: args.watched ?? [],
            },
            this,
        );
        this.incidents = watch.incidents;
        this.grafana = watch.grafana;
        this.registerOutputs({ incidents: this.incidents, grafana: this.grafana });
    }
}
