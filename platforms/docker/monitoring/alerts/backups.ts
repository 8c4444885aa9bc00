import type { Watcher } from "./alert";
import { missing } from "./missing";
import { anyOf } from "./promql";

/** The containers that take backups and bring them off the host are unhealthy when the newest is too old. */
export const backups: Watcher = {
    subject: "backups",
    alerts: ({ database, patience }) =>
        database === undefined || database.backups.length === 0
            ? []
            : [
                  {
                      called: "backups",
                      title: "A backup failed",
                      urgent: true,
                      means: "There is no good backup of the database that is less than 26 hours old, or it is not off the host. What happens to the data now cannot be undone.",
                      steps: [
                          "The reason is in the last health check: `docker inspect --format '{{json .State.Health}}' CONTAINER`, and docs/docker.md has its messages.",
                          "Mend it, then take one now: `docker exec CONTAINER sh /backup/back-up.sh`.",
                          "`docker exec CONTAINER sh /backup/prove-restore.sh` shows whether the newest restores.",
                      ],
                      conditions: [
                          {
                              of: "late",
                              says: "{{ $labels.container_name }} has no good backup",
                              when: `max by (component, container_name) (docker_container_health_healthy{component=~${anyOf(database.backups)}}) == 0`,
                              lasting: patience,
                          },
                          {
                              of: "missing",
                              says: "{{ $labels.component }} does not run",
                              when: missing(database.backups),
                              lasting: patience,
                          },
                      ],
                  },
              ],
};
