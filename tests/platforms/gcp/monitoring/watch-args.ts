import type { Tier } from "../../../../environment";
import { seconds } from "../../../../environment/units";
import type { WatchArgs } from "../../../../platforms/platform";
import { plannedOn } from "../../cloud";
import { ofType, type Registered } from "../../engine";

/** An environment with one of everything. */
export const everything: WatchArgs = {
    notify: ["operator@example.com"],
    incidents: true,
    objectives: { latency: seconds("800ms"), errors: 0.02, availability: 0.995 },
    services: [
        { role: "api", serviceName: "api-dev", instances: { min: 1, max: 4 } },
        { role: "gateway", serviceName: "gateway-dev", instances: { min: 2, max: 4 } },
        { role: "web", serviceName: "web-dev", instances: { min: 2, max: 2 } },
    ],
    hosts: [
        { called: "api", host: "api.example.com", path: "/health" },
        { called: "voice", host: "voice.example.com", path: "/healthz" },
    ],
    database: { engine: "postgresql", maxConnections: 200, replicas: 1, backups: true },
    redis: true,
    jobs: true,
    balancer: true,
    rotation: true,
    watched: [],
};

/** An environment in which only services run. */
export const servicesAlone: WatchArgs = {
    ...everything,
    incidents: false,
    hosts: [],
    database: undefined,
    redis: false,
    jobs: false,
    balancer: false,
    rotation: false,
};

export const planWatch = (tier: Tier, bent: Partial<WatchArgs> = {}, usual: WatchArgs = everything) =>
    plannedOn(tier, (platform, parent) => platform.watch("watch", { ...usual, ...bent }, parent));

export const policies = (resources: readonly Registered[]): readonly Registered[] =>
    ofType(resources, "gcp:monitoring/alertPolicy:AlertPolicy");

export const subjects = (resources: readonly Registered[]): readonly string[] =>
    policies(resources)
        .map(({ name }) => name.replace("watch-", ""))
        .sort();
