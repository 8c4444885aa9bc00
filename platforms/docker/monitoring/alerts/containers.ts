import { toSeconds } from "../../../../environment/units";
import type { Watched, Watcher } from "./alert";
import { missing } from "./missing";
import { anyOf, span } from "./promql";

/** Restarts in this time that are no accident any more. */
const again = { within: toSeconds(1800), times: 3 } as const;
const of = "by (component, container_name)";

/** Docker restarts what ends, and leaves alone what is unhealthy: nobody would notice but callers. */
export const containers: Watcher = {
    subject: "containers",
    alerts: (watched) => [
        {
            called: "containers",
            title: "A container does not do its work",
            urgent: true,
            means: "A container is unhealthy, is gone, or ends and is started again and again. Docker does not mend the first two by itself.",
            steps: [
                "`docker ps --all` and `docker logs CONTAINER` on the host; the last health checks are in `docker inspect --format '{{json .State.Health}}' CONTAINER`.",
                "If it began with a release, deploy the one before it. If the host was restarted, see whether the engine runs.",
                "`docker restart CONTAINER` for one that hangs. One that was removed comes back by `pulumi up --refresh`.",
            ],
            conditions: [
                {
                    of: "unhealthy",
                    says: "{{ $labels.container_name }} is unhealthy",
                    when: `max ${of} (docker_container_health_healthy${except(backups(watched))}) == 0`,
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

const backups = ({ database }: Watched): readonly string[] => database?.backups ?? [];

const except = (components: readonly string[]): string =>
    components.length === 0 ? "" : `{component!~${anyOf(components)}}`;

/** What callers need to be there. */
const expected = ({ services, front, database, redis }: Watched): readonly string[] => [
    ...(front === undefined ? [] : [front.component]),
    ...services.flatMap(({ components }) => components),
    ...(database === undefined ? [] : [database.component]),
    ...(redis === undefined ? [] : [redis.component]),
];
