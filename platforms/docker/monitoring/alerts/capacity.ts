import { percent } from "../../../monitoring/wording";
import type { Watcher } from "./alert";
import { span } from "./promql";

/**
 * Of a container's limits. What the cache of files takes is given back when it is needed, and is left out. From nine tenths
 * on, as on Google Cloud, a leap ends the container; one that is held back in half of the periods, of 100 ms each, answers
 * late. https://docs.kernel.org/scheduler/sched-bwc.html
 */
const scarce = { memory: 0.9, throttled: 0.5 } as const;
const of = "by (component, container_name)";

export const capacity: Watcher = {
    subject: "capacity",
    alerts: ({ patience }) => [
        {
            called: "capacity",
            title: "A container is at its limit",
            urgent: false,
            means: "A container uses nearly all the memory that it may, and is killed at the end of it, or waits for its share of the CPU half of the time. Docker starts no further containers under load.",
            steps: [
                "Look at the dashboard: is it more traffic than usual, or does it grow without (a leak: a restart helps for now)?",
                "Give it more (`memory`, `cpu` of the service) or more containers (instances.min) in the stack file and deploy; mind what the host has.",
                "More containers of the API are more connections to the database: database.pool.max.",
            ],
            conditions: [
                {
                    of: "memory",
                    says: `{{ $labels.container_name }}: {{ $value | humanizePercentage }} of its memory`,
                    when: `max ${of} ((docker_container_mem_usage - docker_container_mem_active_file) / (docker_container_mem_limit > 0)) > ${scarce.memory}`,
                    lasting: patience,
                },
                {
                    of: "cpu",
                    says: `{{ $labels.container_name }}: held back in {{ $value | humanizePercentage }} of the time, above ${percent(scarce.throttled)}`,
                    when: `max ${of} (rate(docker_container_cpu_throttling_throttled_periods[${span(patience)}]) / (rate(docker_container_cpu_throttling_periods[${span(patience)}]) > 0)) > ${scarce.throttled}`,
                    lasting: patience,
                },
            ],
        },
    ],
};
