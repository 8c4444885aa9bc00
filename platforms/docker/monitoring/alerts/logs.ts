import type { Watcher } from "./alert";

/** Loki itself says something every few minutes, so that an hour without a line is a fault in any environment. */
export const logs: Watcher = {
    subject: "logs",
    alerts: ({ patience }) => [
        {
            called: "logs",
            title: "Logs get lost",
            urgent: false,
            means: "For an hour no line of any container was read, or lines were thrown away because Loki does not take them. Requests that fail or are slow are counted from lines, so that those alerts see nothing either.",
            steps: [
                "`docker logs` of the log collector's and Loki's containers: a full disk, a limit (`429`), or lines that are too old.",
                "A service that writes thousands of lines a second is over the limit: let it write less.",
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
                    of: "silent",
                    says: "no line was read in the last hour",
                    when: 'sum(increase(loki_source_docker_target_entries_total[1h])) == 0 and on () min_over_time(up{job="log-collector"}[1h]) == 1',
                    lasting: patience,
                },
            ],
        },
    ],
};
