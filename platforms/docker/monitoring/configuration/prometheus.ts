import { stringify } from "yaml";
import { patienceOf } from "../../../monitoring/by-tier";
import { type Address, addresses, at } from "../addresses";
import type { Monitored } from "../description";
import { configurationFiles } from "../places";
import { answersWell } from "./probes";

/** How often everything is measured. Also what Grafana takes for the shortest step. */
export const interval = "15s";
/** A public address is asked by its name, over the internet: once a minute is no burden for anybody. */
const probed = "60s";

/** Prometheus' configuration. https://prometheus.io/docs/prometheus/3.13/configuration/configuration/ */
export function prometheusConfiguration(monitored: Monitored): string {
    const { project, environment, tier, notify } = monitored;
    return stringify(
        {
            global: {
                scrape_interval: interval,
                scrape_timeout: "10s",
                evaluation_interval: interval,
                external_labels: { project, environment, tier },
            },
            rule_files: [configurationFiles.alertRules],
            ...(notify.length === 0
                ? {}
                : { alerting: { alertmanagers: [{ static_configs: [{ targets: [at(addresses.alertmanager)] }] }] } }),
            scrape_configs: [
                ...programs(monitored).map((address) => scraped(address)),
                { ...scraped(addresses.containerExporter), metric_relabel_configs: ownContainers(monitored) },
                ...probes(monitored),
            ],
        },
        { lineWidth: 0, aliasDuplicateObjects: false },
    );
}

/** Everything that tells figures of what the environment alone has. */
const programs = ({ notify, database, redis, front, hosts, tier }: Monitored): readonly Address[] => [
    addresses.prometheus,
    ...(notify.length === 0 ? [] : [addresses.alertmanager]),
    addresses.grafana,
    addresses.loki,
    addresses.logCollector,
    addresses.hostExporter,
    ...(database === undefined ? [] : [addresses.postgresExporter]),
    ...(redis === undefined ? [] : [addresses.redisExporter]),
    ...(front === undefined ? [] : [addresses.frontExporter]),
    ...(hosts.length === 0 || patienceOf(tier, "uptime") === undefined ? [] : [addresses.probeExporter]),
];

/** The name of what is measured is its instance too: its address in the network says nothing more. */
const scraped = (address: Address) => ({
    job_name: address.alias,
    static_configs: [{ targets: [at(address)] }],
    relabel_configs: [{ target_label: "instance", replacement: address.alias }],
});

/**
 * A host may carry several environments. What is said of a container that is not this one's is dropped, and with it what is
 * said of none.
 */
const ownContainers = ({ project, environment }: Monitored) => [
    {
        source_labels: ["project", "environment"],
        separator: "/",
        regex: `${pattern(project)}/${pattern(environment)}`,
        action: "keep",
    },
    // All the same now, and said of every alert by the external labels.
    { regex: "project|environment", action: "labeldrop" },
];

/** Names have dots and hyphens; a dollar would be a reference. */
const pattern = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function probes({ hosts, tier }: Monitored): readonly object[] {
    if (hosts.length === 0 || patienceOf(tier, "uptime") === undefined) return [];
    return [
        {
            job_name: "probes",
            scrape_interval: probed,
            scrape_timeout: "15s",
            metrics_path: "/probe",
            params: { module: [answersWell] },
            static_configs: hosts.map(({ called, host, url }) => ({ targets: [url], labels: { called, host } })),
            relabel_configs: [
                { source_labels: ["__address__"], target_label: "__param_target" },
                { source_labels: ["__address__"], target_label: "instance" },
                { target_label: "__address__", replacement: at(addresses.probeExporter) },
            ],
        },
    ];
}
