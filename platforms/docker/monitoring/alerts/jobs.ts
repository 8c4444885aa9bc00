import type { Watcher } from "./alert";

export const jobs: Watcher = {
    subject: "jobs",
    alerts: ({ jobs, patience }) =>
        jobs
            ? [
                  {
                      called: "jobs",
                      title: "A job failed",
                      urgent: false,
                      means: "A job ended without success: a migration, the loading of customers, or whatever else runs once. Nobody tries it again, and the deployment that it belongs to has stopped.",
                      steps: [
                          "Read its last lines: `docker logs CONTAINER`, or the dashboard's row of logs.",
                          "Mend the reason, then run it again: `pulumi up --replace` with its URN, or another release.",
                          "If it was the migration, the release before still serves.",
                      ],
                      conditions: [
                          {
                              of: "exit-code",
                              says: "{{ $labels.container_name }} ended with {{ $value }}",
                              when: 'max by (component, container_name) (docker_container_status_exitcode{container_status="exited",component=~".+-job"}) > 0',
                              lasting: patience,
                          },
                      ],
                  },
              ]
            : [],
};
