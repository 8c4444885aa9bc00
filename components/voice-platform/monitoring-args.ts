import type * as pulumi from "@pulumi/pulumi";
import {
    type Environment,
    hostsOf,
    instancesOf,
    isBehindBalancer,
    type Monitoring,
    serviceNameOf,
} from "../../environment";
import type { Platform, WatchedDatabase, WatchedHost } from "../../platforms/platform";
import type { MonitoringArgs } from "../monitoring";

/** What of the environment there is to watch, as the component takes it. */
export function monitoringArgs(
    environment: Environment,
    monitoring: Monitoring,
    platform: Platform,
    watched: readonly pulumi.Resource[],
): MonitoringArgs {
    return {
        platform,
        ...monitoring,
        services: environment.services.map((role) => ({
            role,
            serviceName: serviceNameOf(environment, role),
            instances: instancesOf(environment, role),
        })),
        hosts: watchedHosts(environment),
        database: watchedDatabase(environment),
        redis: environment.redis !== undefined,
        jobs: hasJobs(environment),
        balancer: isBehindBalancer(environment),
        rotation: environment.rotation !== undefined,
        watched,
    };
}

/** Services that callers need an identity for answer nobody who asks from outside. */
function watchedHosts(environment: Environment): readonly WatchedHost[] {
    const hosts = hostsOf(environment);
    if (hosts === undefined) return [];
    const { api, gateway, web } = environment;
    const all = [
        { called: "api", host: hosts.api, service: api },
        { called: "voice", host: hosts.voice, service: gateway },
        { called: "web", host: hosts.web, service: web },
        ...(hosts.apex === undefined ? [] : [{ called: "apex", host: hosts.apex, service: web }]),
    ];
    return all
        .filter(({ service }) => service.public)
        .map(({ called, host, service }) => ({ called, host, path: service.health.path }));
}

/** A Supabase project is watched by Supabase. */
function watchedDatabase({ database }: Environment): WatchedDatabase | undefined {
    switch (database.engine) {
        case "postgresql": {
            const { engine, maxConnections, replicas, backups } = database;
            return { engine, maxConnections, replicas, backups: backups.enabled };
        }
        case "firestore":
            return { engine: "firestore" };
        case "supabase":
            return undefined;
    }
}

function hasJobs({ jobs, seeding, database }: Environment): boolean {
    const extensions = database.engine === "postgresql" && database.extensions.length > 0;
    return jobs.migrate !== undefined || jobs.loadCustomers !== undefined || seeding !== undefined || extensions;
}
