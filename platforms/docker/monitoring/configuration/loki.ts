import { stringify } from "yaml";
import { addresses } from "../addresses";
import { bytesPerDay, keptDays, secondsPerDay } from "../log-budget";
import { dataFolders } from "../places";

const folder = dataFolders.loki;

const retention = `${keptDays * 24}h`;

/** As Loki means its `mb`: https://github.com/grafana/loki/blob/v3.7.3/pkg/validation/limits.go */
const mebibytes = (bytes: number): number => Number((bytes / 2 ** 20).toFixed(6));

/**
 * Loki as one process that keeps everything in its volume. What is older than a month is deleted.
 * https://grafana.com/docs/loki/v3.7.x/configure/
 */
export function lokiConfiguration(): string {
    return stringify({
        // Nobody but the monitoring's own network reaches it.
        auth_enabled: false,
        server: {
            http_listen_port: addresses.loki.port,
            grpc_listen_address: "127.0.0.1",
            grpc_listen_port: 9095,
            log_level: "info",
        },
        common: {
            instance_addr: "127.0.0.1",
            path_prefix: folder,
            replication_factor: 1,
            ring: { kvstore: { store: "inmemory" } },
            storage: { filesystem: { chunks_directory: `${folder}/chunks`, rules_directory: `${folder}/rules` } },
        },
        schema_config: {
            configs: [
                {
                    from: "2024-01-01",
                    store: "tsdb",
                    object_store: "filesystem",
                    schema: "v13",
                    index: { prefix: "index_", period: "24h" },
                },
            ],
        },
        ingester: {
            wal: {
                enabled: true,
                dir: `${folder}/wal`,
                // What is not in a chunk yet is read again after a stop: Loki's own 4 GB of it are more than the container
                // has, and a third of that leaves room for what comes in meanwhile.
                // https://grafana.com/docs/loki/v3.7.x/operations/storage/wal/
                replay_memory_ceiling: "128MB",
                // Whatever takes the disk up: from then on Loki takes nothing, the log collector waits, and the database
                // has the rest. The alert on the disk comes at the same share.
                // https://grafana.com/docs/loki/v3.7.x/configure/#ingester
                disk_full_threshold: 0.9,
            },
            // As Loki has it: what has been silent for half an hour is written to the disk.
            chunk_idle_period: "30m",
        },
        compactor: {
            working_directory: `${folder}/compactor`,
            retention_enabled: true,
            delete_request_store: "filesystem",
        },
        limits_config: {
            retention_period: retention,
            // A bucket that holds a day's budget, and is filled with as much in a day: in all the time that lines are kept,
            // no more than the budget and one day of it come in. What is above is refused (429), the log collector throws
            // it away, and an alert tells of it.
            // https://grafana.com/docs/loki/v3.7.x/operations/request-validation-rate-limits/
            ingestion_rate_mb: mebibytes(bytesPerDay / secondsPerDay),
            ingestion_burst_size_mb: mebibytes(bytesPerDay),
            // For the memory's sake, at once: Loki's own are 3 MB and 15 MB, for larger machines.
            per_stream_rate_limit: "2MB",
            per_stream_rate_limit_burst: "8MB",
            // Loki's own: what waits longer for the log collector was lost with the container's own file long before.
            reject_old_samples: true,
            reject_old_samples_max_age: "168h",
            // A trace of calls has some kilobytes; Loki's own are 256.
            max_line_size: "64KB",
            max_line_size_truncate: true,
            // Five are given (project, environment, component, stream, and Loki's own service_name): more were a mistake.
            max_label_names_per_series: 10,
            // Two for each component that there ever was in a month.
            max_streams_per_user: 2000,
            max_query_length: retention,
            // Of one processor; Grafana asks for 1000 lines at the most.
            max_query_parallelism: 4,
            max_entries_limit_per_query: 5000,
            // The dashboard asks for them.
            discover_log_levels: true,
            volume_enabled: true,
        },
        // Of the container's 384 MiB; as it comes, Loki would take 100.
        query_range: {
            results_cache: { cache: { embedded_cache: { enabled: true, max_size_mb: 32 } } },
        },
        analytics: { reporting_enabled: false },
    });
}
