/**
 * Series that the programs of the monitoring were seen to tell, by what they are scraped from: those that alerts and the
 * dashboard use, and no others. The versions are those of the lock file but for redis_exporter, of which 1.88 was to be had
 * and the lock has 1.90.0.
 */
export const seen = {
    prometheus: ["up", "ALERTS"],
    // Of node-exporter 1.12.1.
    "host-exporter": [
        "node_cpu_seconds_total",
        "node_filesystem_avail_bytes",
        "node_filesystem_files",
        "node_filesystem_files_free",
        "node_filesystem_size_bytes",
        "node_load5",
        "node_memory_MemAvailable_bytes",
        "node_memory_MemTotal_bytes",
        "node_vmstat_oom_kill",
    ],
    // Of postgres_exporter 0.20.1 with PostgreSQL 15, as the role of `postgres-role.sql`.
    "postgres-exporter": [
        "pg_database_size_bytes",
        "pg_stat_database_active_time_seconds_total",
        "pg_stat_database_blks_hit",
        "pg_stat_database_blks_read",
        "pg_stat_database_deadlocks",
        "pg_stat_database_numbackends",
        "pg_stat_database_xact_commit",
        "pg_stat_database_xact_rollback",
        "pg_up",
    ],
    // Of redis_exporter 1.88 with Redis 7.
    "redis-exporter": [
        "redis_aof_last_write_status",
        "redis_blocked_clients",
        "redis_commands_processed_total",
        "redis_connected_clients",
        "redis_memory_max_bytes",
        "redis_memory_used_bytes",
        "redis_rdb_last_bgsave_status",
        "redis_rejected_connections_total",
        "redis_up",
    ],
    // Of nginx-prometheus-exporter 1.5.1.
    "front-exporter": ["nginx_connections_active", "nginx_connections_writing", "nginx_up"],
    // Of blackbox_exporter 0.28.0, of an address with a certificate.
    probes: ["probe_ssl_earliest_cert_expiry", "probe_success"],
    // Of Telegraf's inputs.docker, by its configuration here.
    "container-exporter": [
        "docker_container_cpu_throttling_periods",
        "docker_container_cpu_throttling_throttled_periods",
        "docker_container_cpu_usage_total",
        "docker_container_health_healthy",
        "docker_container_mem_active_file",
        "docker_container_mem_limit",
        "docker_container_mem_usage",
        "docker_container_net_rx_bytes",
        "docker_container_net_tx_bytes",
        "docker_container_status_exitcode",
        "docker_container_status_pid",
        "docker_container_status_restart_count",
    ],
    // Of Alloy 1.18.1; the figures of the front by its configuration here.
    "log-collector": [
        "front_failed_requests_total",
        "front_request_seconds_bucket",
        "front_request_seconds_count",
        "front_requests_total",
        "loki_process_dropped_lines_by_label_total",
        "loki_source_docker_target_entries_total",
        "loki_write_dropped_entries_total",
    ],
    // Of Alertmanager 0.34.0.
    alertmanager: ["alertmanager_notifications_failed_total"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const known: ReadonlySet<string> = new Set(Object.values(seen).flat());

const words = new Set(
    "and or on by unless group_left label_replace max min sum avg count rate increase delta absent time vector histogram_quantile predict_linear min_over_time".split(
        " ",
    ),
);

/** Names in a question to Prometheus that no program was seen to tell. */
export const unknownIn = (expr: string): readonly string[] => namesIn(expr).filter((name) => !known.has(name));

/** Names of series in a question to Prometheus. */
export function namesIn(expr: string): readonly string[] {
    const bare = expr
        .replace(/"[^"]*"/g, "")
        .replace(/\{[^}]*\}/g, " ")
        .replace(/\[[^\]]*\]/g, " ")
        .replace(/\boffset \w+/g, " ")
        .replace(/\b(by|on|group_left)\s*\([^)]*\)/g, " ");
    return (bare.match(/[A-Za-z_][\w:]*/g) ?? []).filter((name) => !words.has(name) && !/^e\d*$/.test(name));
}
