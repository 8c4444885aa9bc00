import { toSeconds } from "../../../../environment/units";
import type { Watched, Watcher } from "./alert";
import { missing } from "./missing";
import { anyOf, span } from "./promql";

/**
 * Restarts in this time that are no accident any more. The engine waits a minute at the most between two of them:
 * https://docs.docker.com/reference/cli/docker/container/run/#restart
 */
const again = { within: toSeconds(1800), times: 3 } as const;
const of = "by (component, container_name)";

/**
 * The engine starts again what ends, and with it a service that hangs, which its health check ends. It leaves alone what else
 * is unhealthy: nobody would notice but callers.
 */
export const containers: Watcher = {
    subject: "containers",
    alerts: (watched) => [
        {
            called: "containers",
            title: "A container does not do its work",
            urgent: true,
            means: "A container is unhealthy, is gone, or ends and is started again and again. A service that hangs is ended and started again by itself; a database or a program of the monitoring that hangs is not, nor is what is gone.",
            steps: [
                "`docker ps --all` and `docker logs CONTAINER` on the host; the last health checks are in `docker inspect --format '{{json .State.Health}}' CONTAINER`.",
                "If it began with a release, deploy the one before it. If the host was restarted, see whether the engine runs.",
                "`docker restart CONTAINER` for a database or a program of the monitoring that hangs. One that was removed comes back by `pulumi up --refresh`.",
            ],
            conditions: [
                {
                    of: "unhealthy",
                    says: "{{ $labels.container_name }} is unhealthy",
                    when: `max ${of} (docker_container_health_healthy${except(watchedElsewhere(watched))}) == 0`,
                    lasting: watched.patience,
                },
                ...(expected(watched).length === 0
                    ? []
                    : [
                          {
                              of: "missing",
                              says: "{{ $labels.component }} does not run",
                              when: missing(expected(watched)),
                              lasting: watched.patience,
                          },
                      ]),
                {
                    of: "restarts",
                    says: `{{ $labels.container_name }} was started again {{ $value | printf "%.0f" }} times in ${span(again.within)}`,
                    when: `max ${of} (delta(docker_container_status_restart_count[${span(again.within)}])) > ${again.times - 0.5}`,
                },
            ],
        },
    ],
};

/** Unhealthy, these say that their last run failed: backups have an alert of their own, the others that on jobs. */
const watchedElsewhere = ({ database, schedules }: Watched): readonly string[] => [
    ...(database?.backups ?? []),
    ...schedules,
];

const except = (components: readonly string[]): string =>
    components.length === 0 ? "" : `{component!~${anyOf(components)}}`;

/** What callers need to be there. */
const expected = ({ services, front, database, redis }: Watched): readonly string[] => [
    ...(front === undefined ? [] : [front.component]),
    ...services.flatMap(({ components }) => components),
    ...(database === undefined ? [] : [database.component]),
    ...(redis === undefined ? [] : [redis.component]),
];
