import * as pulumi from "@pulumi/pulumi";
import { usualGrafana } from "../../../environment/schema/monitoring";
import { patienceOf } from "../../monitoring/by-tier";
import type { Watch, WatchArgs, WatchedHost } from "../../platform";
import type { Engine } from "../engine";
import { alertmanager } from "./alertmanager";
import { containerExporter } from "./container-exporter";
import type { Monitored, MonitoredDatabase } from "./description";
import { engineReader } from "./engine-reader";
import { frontExporter } from "./front-exporter";
import { grafana } from "./grafana";
import { hostExporter } from "./host-exporter";
import { logCollector } from "./log-collector";
import { loki } from "./loki";
import { postgresExporter } from "./postgres-exporter";
import { postgresRole } from "./postgres-role";
import { probeExporter } from "./probe-exporter";
import type { Site } from "./program";
import { prometheus } from "./prometheus";
import { redisExporter } from "./redis-exporter";

/** Prometheus, Loki and Grafana, with a program beside each thing that tells its figures: one environment's, and no other's. */
export function monitoringPrograms(engine: Engine, name: string, args: WatchArgs, parent: pulumi.Resource): Watch {
    const { inventory } = engine;
    const place = { engine, name, parent };
    // A job too, which is watched as all others are: so it comes before what is told of them.
    const role = inventory.postgres && postgresRole(place, inventory.postgres);
    const monitored = monitoredBy(engine, args);
    const site: Site = { ...place, monitored };

    const reader = engineReader(site);
    containerExporter(site, reader);
    loki(site);
    logCollector(site, reader);
    hostExporter(site);
    if (inventory.postgres !== undefined && role !== undefined) postgresExporter(site, inventory.postgres, role);
    if (inventory.redis !== undefined) redisExporter(site, inventory.redis);
    if (inventory.front !== undefined) frontExporter(site, inventory.front);
    if (monitored.hosts.length > 0) probeExporter(site);
    if (args.mail !== undefined && args.notify.length > 0) alertmanager(site, args.mail);
    prometheus(site);
    return { incidents: undefined, grafana: grafana(site, args.grafana ?? usualGrafana) };
}

/** What the program asks for, with what the engine was given to run. */
export function monitoredBy(engine: Engine, args: WatchArgs): Monitored {
    const { environment, tier, inventory } = engine;
    const { objectives, notify, mail } = args;
    const { redis, front, jobs, schedules } = inventory;
    return {
        project: pulumi.getProject(),
        environment,
        tier,
        objectives,
        services: args.services.map((service) => ({
            ...service,
            components: inventory.services.get(service.serviceName) ?? [],
        })),
        hosts: (patienceOf(tier, "uptime") === undefined ? [] : args.hosts).map((host) => ({
            called: host.called,
            host: host.host,
            url: asked(host),
        })),
        database: monitoredDatabase(engine),
        redis: redis && { component: redis.component, memory: redis.memory },
        front: front && { component: front.component },
        jobs: [...jobs],
        schedules: [...schedules],
        notify,
        mail: mail && { server: mail.server, from: mail.from, user: mail.user },
    };
}

const asked = ({ host, port = 443, path }: WatchedHost): string =>
    `https://${host}${port === 443 ? "" : `:${port}`}${path}`;

function monitoredDatabase({ inventory: { postgres, backups } }: Engine): MonitoredDatabase | undefined {
    if (postgres === undefined) return undefined;
    const { component, database, maxConnections, memory } = postgres;
    return { component, database, maxConnections, memory, backups: [...backups] };
}
