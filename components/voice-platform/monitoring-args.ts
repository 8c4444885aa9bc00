import type * as pulumi from "@pulumi/pulumi";
import {
    type Environment,
    hostsOf,
    instancesOf,
    isBehindBalancer,
    type Monitoring,
    serviceNameOf,
} from "../../environment";
import type { MailArgs, Platform, WatchedDatabase, WatchedHost } from "../../platforms/platform";
import type { MonitoringArgs } from "../monitoring";
import type { Secrets } from "../secrets";
import { pathPrefixes } from "./routes";

/** What of the environment there is to watch, as the component takes it. */
export function monitoringArgs(
    environment: Environment,
    monitoring: Monitoring,
    platform: Platform,
    vault: Secrets,
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
        mail: mailArgs(monitoring, vault),
        watched,
    };
}

/** What opens the mail server. */
const mailPassword = "SMTP_PASSWORD";

function mailArgs({ mail }: Monitoring, vault: Secrets): MailArgs | undefined {
    if (mail === undefined) return undefined;
    const { server, from, user = from } = mail;
    return { server, from, user, password: vault.read(mailPassword, "monitoring") };
}

/** The secrets that the environment's monitoring needs. */
export const monitoringSecrets = ({ monitoring }: Pick<Environment, "monitoring">): readonly string[] =>
    monitoring?.mail === undefined ? [] : [mailPassword];

/** Services that callers need an identity for answer nobody who asks from outside. */
function watchedHosts(environment: Environment): readonly WatchedHost[] {
    const hosts = hostsOf(environment);
    if (hosts === undefined) return [];
    const { api, gateway, web, front } = environment;
    const prefixes = front?.routes === "paths" ? pathPrefixes : atTheRoot;
    const port = front === undefined || front.tls.from === "edge" ? undefined : front.port;
    const all = [
        { called: "api", host: hosts.api, service: api, prefix: prefixes.api },
        { called: "voice", host: hosts.voice, service: gateway, prefix: prefixes.gateway },
        { called: "web", host: hosts.web, service: web, prefix: prefixes.web },
        ...(hosts.apex === undefined ? [] : [{ called: "apex", host: hosts.apex, service: web, prefix: prefixes.web }]),
    ];
    return all
        .filter(({ service }) => service.public)
        .map(({ called, host, service, prefix }) => ({
            called,
            host,
            ...(port === undefined ? {} : { port }),
            path: `${prefix.slice(0, -1)}${service.health.path}`,
        }));
}

const atTheRoot = { api: "/", gateway: "/", web: "/" } as const;

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
