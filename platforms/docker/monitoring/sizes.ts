import { type Mebibytes, toMebibytes } from "../../../environment/units";

/** The most that a program may take. */
export interface Size {
    readonly cpu: number;
    readonly memory: Mebibytes;
}

/**
 * Of an exporter: seen with 13 to 21 MB, asked every 15 s. What Prometheus asks it has ten seconds to answer, and takes some
 * tens of milliseconds of a processor.
 */
const exporter: Size = { cpu: 0.25, memory: toMebibytes(48) };

/**
 * "Seen" is the most memory of the real program, in the version of the lock, with the configuration from here and little to
 * do. All together 2.5 GB, which docs/docker.md asks of the host.
 */
export const sizes = {
    hostExporter: exporter,
    postgresExporter: exporter,
    redisExporter: exporter,
    frontExporter: exporter,
    probeExporter: exporter,
    /** Seen with 9 MB. Each container's log is a connection that stays, with buffers of some kilobytes: 1000 at the most. */
    engineReader: { cpu: 0.5, memory: toMebibytes(48) },
    /** Seen with 27 MB and one container. It asks after all at once, some twenty, and each answer is taken apart in memory. */
    containerExporter: { cpu: 0.5, memory: toMebibytes(192) },
    /** Seen with 62 MB at 5,000 lines a second. At its first start it reads all that the containers' files hold. */
    logCollector: { cpu: 0.5, memory: toMebibytes(256) },
    /** Seen with 133 MB, and with 281 when 84 MB of lines came in ten seconds. A search unpacks what it looks through. */
    loki: { cpu: 1, memory: toMebibytes(384) },
    /** Seen with 72 MB and 1,900 series; a whole environment has some thousands, and the dashboard asks for a month of them. */
    prometheus: { cpu: 1, memory: toMebibytes(640) },
    /** Seen with 36 MB; an outage brings it all alerts at once. */
    alertmanager: { cpu: 0.5, memory: toMebibytes(96) },
    /** Its makers' least: https://grafana.com/docs/grafana/latest/setup-grafana/installation/#hardware-recommendations */
    grafana: { cpu: 1, memory: toMebibytes(512) },
} as const satisfies Readonly<Record<string, Size>>;
