import type { WatchArgs } from "../../platform";
import type { Aligner, Reducer } from "./condition";
import { metrics, serverErrors } from "./metrics";
import type { Series } from "./series";

export interface Line {
    readonly series: Series;
    readonly align: Aligner | "ALIGN_PERCENTILE_99";
    readonly reduce: Reducer;
    /** A line for each value of this label. */
    readonly by: string;
}
export interface Chart {
    readonly title: string;
    readonly lines: readonly Line[];
}

const service = "resource.label.service_name";
const server = "resource.label.database_id";
const cache = "resource.label.instance_id";

/** What is drawn of an environment, in the order in which somebody looks who was woken: callers first, then what is below. */
export const charts = (args: WatchArgs): readonly Chart[] => [
    chart("Requests a second", { series: metrics.requests(), align: "ALIGN_RATE", reduce: "REDUCE_SUM", by: service }),
    chart("Server errors a second", {
        series: metrics.requests(undefined, serverErrors),
        align: "ALIGN_RATE",
        reduce: "REDUCE_SUM",
        by: service,
    }),
    ...args.services.flatMap(({ role, serviceName }) =>
        // To the gateway a request is a whole call.
        role === "gateway"
            ? [
                  chart("Most open connections of one gateway instance", {
                      series: metrics.concurrency(serviceName),
                      align: "ALIGN_PERCENTILE_99",
                      reduce: "REDUCE_MAX",
                      by: service,
                  }),
              ]
            : [
                  chart(`Latency of ${serviceName}, 95th percentile, ms`, {
                      series: metrics.latencies(serviceName),
                      align: "ALIGN_DELTA",
                      reduce: "REDUCE_PERCENTILE_95",
                      by: service,
                  }),
              ],
    ),
    chart("Instances", { series: metrics.instances(), align: "ALIGN_MAX", reduce: "REDUCE_SUM", by: service }),
    ...(args.balancer ? balanced : []),
    ...databaseCharts(args.database),
    ...(args.redis ? redis : []),
    ...(args.jobs ? jobs : []),
];

const chart = (title: string, ...lines: readonly Line[]): Chart => ({ title, lines });
const gauge = (series: Series, by: string): Line => ({ series, align: "ALIGN_MEAN", reduce: "REDUCE_MAX", by });
const sum = (series: Series, by: string): Line => ({ series, align: "ALIGN_DELTA", reduce: "REDUCE_SUM", by });

const balanced = [
    chart("Answers of the load balancer a second, by class", {
        series: metrics.balanced(),
        align: "ALIGN_RATE",
        reduce: "REDUCE_SUM",
        by: "metric.label.response_code_class",
    }),
];
const redis = [
    chart("Redis: share of the memory", gauge(metrics.redisMemory, cache), gauge(metrics.redisSystemMemory, cache)),
    chart("Redis: refused connections", sum(metrics.redisRejected, cache)),
];
const jobs = [
    chart("Jobs that succeeded", sum(metrics.executions("succeeded"), "resource.label.job_name")),
    chart("Jobs that failed", sum(metrics.executions("failed"), "resource.label.job_name")),
];

function databaseCharts(database: WatchArgs["database"]): readonly Chart[] {
    if (database === undefined) return [];
    if (database.engine === "firestore")
        return [
            chart("Firestore: documents read", sum(metrics.documentsRead, "resource.label.project_id")),
            chart("Firestore: documents written", sum(metrics.documentsWritten, "resource.label.project_id")),
        ];
    return [
        chart("Database: share of the CPU", gauge(metrics.databaseCpu, server)),
        chart("Database: share of the memory", gauge(metrics.databaseMemory, server)),
        chart("Database: share of the disk", gauge(metrics.databaseDisk, server)),
        chart(`Database: connections, of ${database.maxConnections}`, {
            series: metrics.databaseConnections,
            align: "ALIGN_MEAN",
            reduce: "REDUCE_SUM",
            by: server,
        }),
        ...(database.replicas > 0 ? [chart("Replicas: seconds behind", gauge(metrics.replicaLag, server))] : []),
    ];
}
