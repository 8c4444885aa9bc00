import { nothingIsDeleted, scarceMemory, whatFilledIt } from "../../../monitoring/full-redis";
import { percent } from "../../../monitoring/wording";
import type { Watcher } from "./alert";
import { span } from "./promql";

export const redis: Watcher = {
    subject: "redis",
    alerts: ({ redis, patience }) =>
        redis === undefined
            ? []
            : [
                  {
                      called: "redis",
                      title: "Redis does not answer, or is getting full",
                      urgent: true,
                      means: `Redis has little memory left, turns clients away, or cannot write to its disk. ${nothingIsDeleted}`,
                      steps: [
                          ...whatFilledIt,
                          "Give it more memory (redis.memory) and deploy; it is away for some seconds.",
                          "If it cannot write: `docker logs` of its container, and the room on the host's disk.",
                      ],
                      conditions: [
                          { of: "no-answer", says: "Redis does not answer", when: "redis_up == 0", lasting: patience },
                          {
                              of: "memory",
                              says: `{{ $value | humanizePercentage }} of the memory, above ${percent(scarceMemory)}`,
                              when: `redis_memory_used_bytes / (redis_memory_max_bytes > 0) > ${scarceMemory}`,
                              lasting: patience,
                          },
                          {
                              of: "refused",
                              says: '{{ $value | printf "%.0f" }} connections were refused',
                              when: `increase(redis_rejected_connections_total[${span(patience)}]) > 0`,
                          },
                          {
                              of: "disk",
                              says: "the last write to disk failed",
                              when: "(redis_aof_last_write_status == 0) or (redis_rdb_last_bgsave_status == 0)",
                              lasting: patience,
                          },
                      ],
                  },
              ],
};
