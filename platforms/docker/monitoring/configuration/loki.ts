import { stringify } from "yaml";
import { addresses } from "../addresses";
import type { Monitored } from "../description";
import { dataFolders } from "../places";

const folder = dataFolders.loki;

/** How long logs are kept: long enough to look back to the last release, or to the same day a month ago. */
const retention = "720h";

/**
 * Loki as one process that keeps everything in its volume. What is older than a month is deleted.
 * https://grafana.com/docs/loki/v3.7.x/configure/
 */
export function lokiConfiguration(_monitored: Monitored): string {
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
            // What is not in a chunk yet is read again after a stop, within the container's memory.
            wal: { enabled: true, dir: `${folder}/wal`, replay_memory_ceiling: "128MB" },
            chunk_idle_period: "30m",
        },
        compactor: {
            working_directory: `${folder}/compactor`,
            retention_enabled: true,
            delete_request_store: "filesystem",
        },
        limits_config: {
            retention_period: retention,
            reject_old_samples: true,
            reject_old_samples_max_age: "168h",
            // A service that writes without end fills no disk: what is too much is dropped, and an alert tells of it.
            ingestion_rate_mb: 4,
            ingestion_burst_size_mb: 8,
            per_stream_rate_limit: "2MB",
            per_stream_rate_limit_burst: "8MB",
            max_line_size: "64KB",
            max_line_size_truncate: true,
            max_label_names_per_series: 10,
            max_streams_per_user: 2000,
            max_query_length: retention,
            max_query_parallelism: 4,
            max_entries_limit_per_query: 5000,
            discover_log_levels: true,
            volume_enabled: true,
        },
        query_range: {
            results_cache: { cache: { embedded_cache: { enabled: true, max_size_mb: 32 } } },
        },
        analytics: { reporting_enabled: false },
    });
}
