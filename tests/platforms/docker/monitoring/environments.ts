import type { Tier } from "../../../../environment/tier";
import { toMebibytes, toSeconds } from "../../../../environment/units";
import type { Monitored } from "../../../../platforms/docker/monitoring/description";

const common = (tier: Tier) => ({
    project: "voice",
    environment: "main",
    tier,
    objectives: { latency: toSeconds(0.8), errors: 0.01, availability: 0.995 },
});

/** Everything that there can be, as a host tells it: `planned-environment.test.ts` holds it against one. */
export const everything = (tier: Tier = "production"): Monitored => ({
    ...common(tier),
    services: [
        {
            role: "api",
            serviceName: "api",
            instances: { min: 2, max: 2 },
            components: ["api-container-1", "api-container-2"],
        },
        { role: "gateway", serviceName: "gateway", instances: { min: 1, max: 1 }, components: ["gateway-container-1"] },
        { role: "web", serviceName: "web", instances: { min: 1, max: 1 }, components: ["web-container-1"] },
    ],
    hosts: [
        { called: "api", host: "api.example.com", url: "https://api.example.com/health" },
        { called: "voice", host: "voice.example.com", url: "https://voice.example.com/health" },
    ],
    database: {
        component: "database-server",
        database: "voice",
        maxConnections: 100,
        memory: toMebibytes(1024),
        backups: ["database-dumps-backup-container", "database-dumps-shipper-container"],
    },
    redis: { component: "redis-server", memory: toMebibytes(512) },
    front: { component: "balancer-server" },
    jobs: ["schema-migrate", "monitoring-postgres-role"],
    schedules: ["seed-load"],
    notify: ["ops@example.com", "night@example.com"],
    mail: { server: "smtp.example.com:587", from: "voice@example.com", user: "voice@example.com" },
});

/** A service on a laptop, and nobody who wants to know. */
export const least = (tier: Tier = "sandbox"): Monitored => ({
    ...common(tier),
    services: [{ role: "api", serviceName: "api", instances: { min: 1, max: 1 }, components: ["api-container-1"] }],
    hosts: [],
    jobs: [],
    schedules: [],
    notify: [],
});
