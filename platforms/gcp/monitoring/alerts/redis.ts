import type { Seconds } from "../../../../environment/units";
import { percent } from "../../../monitoring/wording";
import { type Condition, compared } from "../condition";
import { metrics } from "../metrics";
import type { Series } from "../series";
import type { Watcher } from "./watched";

/** Shares of the memory. Google advises to act on 80 % of the machine's: https://cloud.google.com/memorystore/docs/redis/memory-management-best-practices */
const scarce = 0.8;

export const redis: Watcher = {
    subject: "redis",
    alerts: ({ redis, patience }) =>
        redis
            ? [
                  {
                      called: "redis",
                      title: "Redis is getting full",
                      urgent: true,
                      means: "Redis has little memory left, or turns clients away. It deletes nothing to make room: once it is full it refuses every write, and no call can begin and no job be queued.",
                      steps: [
                          "Look at the dashboard: did it grow in a leap (a queue that nobody empties) or for weeks (keys that never expire)?",
                          "Start the workers that should empty the queue, or give the keys an expiry.",
                          "Give it more memory (`redis.memory`) and deploy; in the standard tier it fails over within a minute.",
                      ],
                      conditions: [
                          memory("data", metrics.redisMemory, patience),
                          memory("all", metrics.redisSystemMemory, patience),
                          compared(
                              "a connection that was refused",
                              {
                                  series: metrics.redisRejected,
                                  window: patience,
                                  align: "ALIGN_DELTA",
                                  reduce: "REDUCE_SUM",
                                  by: ["resource.label.instance_id"],
                              },
                              "above",
                              0,
                          ),
                      ],
                  },
              ]
            : [],
};

const memory = (what: string, series: Series, window: Seconds): Condition =>
    compared(
        `memory for ${what} above ${percent(scarce)}`,
        { series, window, align: "ALIGN_MEAN", reduce: "REDUCE_MAX", by: ["resource.label.instance_id"] },
        "above",
        scarce,
    );
