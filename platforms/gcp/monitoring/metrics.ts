import { series } from "./series";

/**
 * What Google measures by itself, with kind and unit. It defines these in every project, values or not; a log-based or a
 * custom metric is there only some minutes after its first value, and until then an alert on it is refused (404).
 * https://cloud.google.com/monitoring/api/metrics_gcp
 */
const ofService =
    (metric: string) =>
    (serviceName?: string, ...where: readonly string[]) =>
        series(
            "cloud_run_revision",
            `run.googleapis.com/${metric}`,
            ...(serviceName === undefined ? [] : [`resource.labels.service_name = "${serviceName}"`]),
            ...where,
        );
const ofDatabase = (metric: string) => series("cloudsql_database", `cloudsql.googleapis.com/database/${metric}`);
const ofRedis = (metric: string) => series("redis_instance", `redis.googleapis.com/${metric}`);
const ofHost = (metric: string) => series("uptime_url", `monitoring.googleapis.com/uptime_check/${metric}`);

export const serverErrors = 'metric.labels.response_code_class = "5xx"';

export const metrics = {
    /** Delta, count. A call over a WebSocket is one request. */
    requests: ofService("request_count"),
    /** Delta, distribution of milliseconds. Of a WebSocket it is the length of the call. */
    latencies: ofService("request_latencies"),
    /** Gauge, count, by state: `active` or `idle`. */
    instances: ofService("container/instance_count"),
    /** Delta, distribution: the most requests, or open connections, that an instance had at once in a minute. */
    concurrency: ofService("container/max_request_concurrencies"),

    /** Delta, count of executions that ended, by result: `succeeded` or `failed`. */
    executions: (result: "failed" | "succeeded") =>
        series(
            "cloud_run_job",
            "run.googleapis.com/job/completed_execution_count",
            `metric.labels.result = "${result}"`,
        ),
    /** Delta, count of workflow executions that ended in failure. */
    failedWorkflows: series(
        "workflows.googleapis.com/Workflow",
        "workflows.googleapis.com/finished_execution_count",
        'metric.labels.status = "FAILED"',
    ),

    /** Gauges, shares of what the machine has, 0 to 1; memory without the cache. */
    databaseCpu: ofDatabase("cpu/utilization"),
    databaseMemory: ofDatabase("memory/utilization"),
    databaseDisk: ofDatabase("disk/utilization"),
    /** Gauge, count of connections, for each database of the server. */
    databaseConnections: ofDatabase("postgresql/num_backends"),
    /** Gauge, seconds that a replica is behind. */
    replicaLag: ofDatabase("replication/replica_lag"),
    /** Delta, counts of documents. */
    documentsRead: series("firestore_instance", "firestore.googleapis.com/document/read_count"),
    documentsWritten: series("firestore_instance", "firestore.googleapis.com/document/write_count"),

    /** Gauges, shares, 0 to 1: of the memory for data, and of the whole machine's. */
    redisMemory: ofRedis("stats/memory/usage_ratio"),
    redisSystemMemory: ofRedis("stats/memory/system_memory_usage_ratio"),
    /** Delta, count of clients that found no free connection. */
    redisRejected: ofRedis("stats/reject_connections_count"),

    /** Delta, count of what the balancer answered, by class: 200, 300, 400, 500. */
    balanced: (...where: readonly string[]) =>
        series("https_lb_rule", "loadbalancing.googleapis.com/https/request_count", ...where),

    /** Gauge, whether the check passed, for each place that it is made from. */
    checksPassed: ofHost("check_passed"),
    /** Gauge, days until the certificate that visitors see expires. */
    certificateDays: ofHost("time_until_ssl_cert_expires"),
};
