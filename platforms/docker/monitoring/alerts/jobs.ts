import type { Condition, Watcher } from "./alert";
import { missing } from "./missing";
import { anyOf } from "./promql";

export const jobs: Watcher = {
    subject: "jobs",
    alerts: ({ jobs, schedules, patience }) => {
        const conditions: readonly Condition[] = [
            ...(jobs.length === 0
                ? []
                : [
                      {
                          of: "exit-code",
                          says: "{{ $labels.container_name }} ended with {{ $value }}",
                          when: `max by (component, container_name) (docker_container_status_exitcode{container_status="exited",component=~${anyOf(jobs)}}) > 0`,
                          lasting: patience,
                      },
                  ]),
            ...(schedules.length === 0
                ? []
                : [
                      {
                          of: "schedule",
                          says: "the last run of {{ $labels.container_name }} failed",
                          when: `max by (component, container_name) (docker_container_health_healthy{component=~${anyOf(schedules)}}) == 0`,
                          lasting: patience,
                      },
                      {
                          of: "missing",
                          says: "{{ $labels.component }} does not run, and keeps no schedule",
                          when: missing(schedules),
                          lasting: patience,
                      },
                  ]),
        ];
        if (conditions.length === 0) return [];
        return [
            {
                called: "jobs",
                title: "A job failed",
                urgent: false,
                means: "A job ended without success. One of a deployment (a migration, the loading of customers) has stopped it, and nobody tries it again. One on a schedule is tried again when its time comes, and this goes on until a run ends well.",
                steps: [
                    "Read its last lines: `docker logs CONTAINER`, or the dashboard's row of logs.",
                    "Mend the reason, then run it again: one of a deployment by `pulumi up --replace` with its URN, or another release; one on a schedule by `docker kill --signal USR1 CONTAINER`.",
                    "If it was the migration, the release before still serves.",
                ],
                conditions,
            },
        ];
    },
};
