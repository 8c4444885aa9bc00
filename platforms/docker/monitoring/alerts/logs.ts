import { bytesPerDay } from "../log-budget";
import type { Watcher } from "./alert";

const megabytes = bytesPerDay / 1e6;

/** Loki itself says something every few minutes, so that an hour without a line is a fault in any environment. */
export const logs: Watcher = {
    subject: "logs",
    alerts: ({ patience }) => [
        {
            called: "logs",
            title: "Logs get lost",
            urgent: false,
            means: "Lines were thrown away, because a component writes too much or Loki does not take them, or for an hour no line of any container was read: then requests that fail or are slow, which are counted from lines, are not told of either.",
            steps: [
                `A component that is named writes more than its share: half of the ${megabytes} MB a day that all may write together. Let it write less; its last 50 MB are in \`docker logs CONTAINER\`.`,
                "Where none is named, `docker logs` of the log collector's and Loki's containers: a full disk, the limit of all together (`429`), or lines that are too old.",
                "The engine reader's log has what was refused to the collector.",
            ],
            conditions: [
                {
                    of: "lost",
                    says: '{{ $value | printf "%.0f" }} lines were thrown away in the last 15 minutes',
                    when: "sum(increase(loki_write_dropped_entries_total[15m])) > 0",
                    lasting: patience,
                },
                {
                    of: "over-share",
                    says: '{{ $value | printf "%.0f" }} lines of {{ $labels.component }} were thrown away in the last 15 minutes',
                    when: `sum by (component) (label_replace(increase(loki_process_dropped_lines_by_label_total{label_name="component"}[15m]), "component", "$1", "label_value", "(.+)")) > 0`,
                    lasting: patience,
                },
                {
                    of: "silent",
                    says: "no line was read in the last hour",
                    // Where none ever was, there is no series; and an hour must have passed since the collector began.
                    when: '(sum(increase(loki_source_docker_target_entries_total[1h])) or vector(0)) == 0 and on () min_over_time(up{job="log-collector"}[1h]) == 1 and on () up{job="log-collector"} offset 1h',
                    lasting: patience,
                },
            ],
        },
    ],
};
