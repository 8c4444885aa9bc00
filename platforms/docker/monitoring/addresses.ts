/** A program of the monitoring: what the others of its network call it, and its port there. */
export interface Address {
    readonly alias: string;
    readonly port: number;
}

export const addresses = {
    prometheus: { alias: "prometheus", port: 9090 },
    alertmanager: { alias: "alertmanager", port: 9093 },
    grafana: { alias: "grafana", port: 3000 },
    loki: { alias: "loki", port: 3100 },
    logCollector: { alias: "log-collector", port: 12345 },
    hostExporter: { alias: "host-exporter", port: 9100 },
    containerExporter: { alias: "container-exporter", port: 9273 },
    postgresExporter: { alias: "postgres-exporter", port: 9187 },
    redisExporter: { alias: "redis-exporter", port: 9121 },
    frontExporter: { alias: "front-exporter", port: 9113 },
    probeExporter: { alias: "probe-exporter", port: 9115 },
    /** In the network of the two collectors alone. */
    engineReader: { alias: "engine-reader", port: 2375 },
} as const satisfies Readonly<Record<string, Address>>;

/** `prometheus:9090` */
export const at = ({ alias, port }: Address): string => `${alias}:${port}`;

/** `http://prometheus:9090` */
export const urlOf = (address: Address): string => `http://${at(address)}`;
