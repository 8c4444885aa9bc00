import { durationText } from "../../../../environment/units";
import { percent } from "../../../monitoring/wording";
import { anyOf } from "../alerts/promql";
import type { Monitored } from "../description";
import { frontFigures } from "../figures";
import { chart, figures, lines, list, type Panel, type Query } from "./panel";

/** Panels under a heading. */
export interface Row {
    readonly title: string;
    readonly panels: readonly Panel[];
}

const range = "$__rate_interval";
const { requests, failures, seconds } = frontFigures;
const each = "by (container_name)";

/** In the order in which somebody looks who was woken: callers first, then what is below. */
export const rows = (monitored: Monitored): readonly Row[] =>
    [
        { title: "Do calls work?", panels: calls(monitored) },
        { title: "What is alerted on now", panels: alerts },
        { title: "Database", panels: database(monitored) },
        { title: "Redis", panels: redis(monitored) },
        { title: "Containers", panels: containers },
        { title: "Host", panels: host },
        { title: "Logs", panels: logs(monitored) },
    ].filter(({ panels }) => panels.length > 0);

const line = (legend: string, expr: string): Query => ({ legend, expr });

const calls = ({ front, services, objectives, hosts }: Monitored): readonly Panel[] => [
    ...(front === undefined
        ? []
        : [
              chart(
                  "Requests a second",
                  { unit: "reqps", help: "Counted when they have ended: a call counts at its end." },
                  line("{{service}}", `sum by (service) (rate(${requests}[${range}]))`),
              ),
              chart(
                  `Requests that fail; ${percent(objectives.errors)} may`,
                  { unit: "percentunit", limit: objectives.errors },
                  line(
                      "{{service}}",
                      `sum by (service) (rate(${failures}[${range}])) / sum by (service) (rate(${requests}[${range}]))`,
                  ),
              ),
              chart(
                  `95 of 100 answers came within; the API's objective is ${durationText(objectives.latency)}`,
                  { unit: "s", limit: objectives.latency },
                  line(
                      "{{service}}",
                      `histogram_quantile(0.95, sum by (service, le) (rate(${seconds}_bucket[${range}])))`,
                  ),
              ),
              chart(
                  "Open connections of visitors",
                  { unit: "short", help: "Calls are among them, from their first second to their last." },
                  line("open", "nginx_connections_active"),
                  line("being answered", "nginx_connections_writing"),
              ),
          ]),
    ...services.map(({ serviceName, components, instances }) =>
        figures(
            `Healthy containers: ${serviceName}`,
            { unit: "short", enough: instances.min, width: 4 },
            line(
                `of ${instances.min}`,
                `sum(max by (component) (docker_container_health_healthy{component=~${anyOf(components)}})) or vector(0)`,
            ),
        ),
    ),
    ...(hosts.length === 0
        ? []
        : [
              figures(
                  "Public addresses that answer",
                  { unit: "short", enough: 1, width: 8 },
                  line("{{host}}", 'probe_success{job="probes"}'),
              ),
          ]),
];

const alerts = [
    list(
        "Firing",
        'ALERTS{alertstate="firing"}',
        ["alertname", "condition", "severity", "service", "component", "container_name", "device", "instance"],
        24,
    ),
];

const database = ({ database }: Monitored): readonly Panel[] =>
    database === undefined
        ? []
        : [
              chart(
                  `Connections, of ${database.maxConnections}`,
                  { unit: "short", limit: database.maxConnections },
                  line("{{datname}}", 'sum by (datname) (pg_stat_database_numbackends{datname!=""})'),
              ),
              chart(
                  "Transactions a second",
                  { unit: "short" },
                  line("committed", `sum(rate(pg_stat_database_xact_commit[${range}]))`),
                  line("rolled back", `sum(rate(pg_stat_database_xact_rollback[${range}]))`),
              ),
              chart(
                  "Size",
                  { unit: "bytes" },
                  line("{{datname}}", `pg_database_size_bytes{datname="${database.database}"}`),
              ),
              chart(
                  "Share of blocks that were in memory already",
                  { unit: "percentunit" },
                  line(
                      "in memory",
                      `sum(rate(pg_stat_database_blks_hit[${range}])) / (sum(rate(pg_stat_database_blks_hit[${range}])) + sum(rate(pg_stat_database_blks_read[${range}])))`,
                  ),
              ),
              chart(
                  "Deadlocks",
                  { unit: "short" },
                  line("{{datname}}", `sum by (datname) (increase(pg_stat_database_deadlocks[${range}]))`),
              ),
              chart(
                  "Sessions at work",
                  { unit: "short", help: "Seconds of work in each second." },
                  line(
                      "{{datname}}",
                      `sum by (datname) (rate(pg_stat_database_active_time_seconds_total{datname!=""}[${range}]))`,
                  ),
              ),
          ];

const redis = ({ redis }: Monitored): readonly Panel[] =>
    redis === undefined
        ? []
        : [
              chart(
                  `Memory, of ${redis.memory} MiB`,
                  { unit: "bytes", limit: redis.memory * 2 ** 20 },
                  line("used", "redis_memory_used_bytes"),
              ),
              chart(
                  "Commands a second",
                  { unit: "short" },
                  line("commands", `sum(rate(redis_commands_processed_total[${range}]))`),
              ),
              chart(
                  "Clients",
                  { unit: "short" },
                  line("connected", "redis_connected_clients"),
                  line("waiting", "redis_blocked_clients"),
              ),
          ];

const containers = [
    chart(
        "Processors in use",
        { unit: "short" },
        line("{{container_name}}", `sum ${each} (rate(docker_container_cpu_usage_total[${range}])) / 1e9`),
    ),
    chart(
        "Share of its memory, without the cache of files",
        { unit: "percentunit", limit: 0.9 },
        line(
            "{{container_name}}",
            `max ${each} ((docker_container_mem_usage - docker_container_mem_active_file) / (docker_container_mem_limit > 0))`,
        ),
    ),
    chart(
        "Share of time held back at the limit of the CPU",
        { unit: "percentunit", limit: 0.5 },
        line(
            "{{container_name}}",
            `max ${each} (rate(docker_container_cpu_throttling_throttled_periods[${range}]) / (rate(docker_container_cpu_throttling_periods[${range}]) > 0))`,
        ),
    ),
    chart(
        "Network, received",
        { unit: "Bps" },
        line("{{container_name}}", `sum ${each} (rate(docker_container_net_rx_bytes[${range}]))`),
    ),
    chart(
        "Network, sent",
        { unit: "Bps" },
        line("{{container_name}}", `sum ${each} (rate(docker_container_net_tx_bytes[${range}]))`),
    ),
    chart(
        "Restarts",
        { unit: "short" },
        line("{{container_name}}", `max ${each} (docker_container_status_restart_count)`),
    ),
];

const disk = '{fstype!~"tmpfs|ramfs|overlay|squashfs|iso9660"}';
const host = [
    chart(
        "CPU",
        { unit: "percentunit", limit: 0.9 },
        line("in use", `1 - avg(rate(node_cpu_seconds_total{mode="idle"}[${range}]))`),
    ),
    chart(
        "Memory",
        { unit: "bytes" },
        line("in use", "node_memory_MemTotal_bytes - node_memory_MemAvailable_bytes"),
        line("of", "node_memory_MemTotal_bytes"),
    ),
    chart(
        "Disk",
        { unit: "percentunit", limit: 0.9 },
        line(
            "{{device}}",
            `1 - min by (device) (node_filesystem_avail_bytes${disk}) / min by (device) (node_filesystem_size_bytes${disk})`,
        ),
    ),
];

const logs = ({ project, environment, front, database, redis }: Monitored): readonly Panel[] => {
    const own = `project="${project}",environment="${environment}"`;
    const others = [front, database, redis].flatMap((each) => (each === undefined ? [] : [each.component]));
    const services = others.length === 0 ? "" : `,component!~${anyOf(others)}`;
    return [
        lines("Errors", `{${own}} | detected_level=~"error|critical|fatal"`),
        ...(front === undefined
            ? []
            : [lines("Requests that failed", `{${own},component="${front.component}"} | json | status>=500`)]),
        lines("What services say", `{${own},component!~"monitoring-.*"${services}}`),
    ];
};
