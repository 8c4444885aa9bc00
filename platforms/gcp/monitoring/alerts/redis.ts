import type { Seconds } from "../../../../environment/units";
import { nothingIsDeleted, scarceMemory, whatFilledIt } from "../../../monitoring/full-redis";
import { percent } from "../../../monitoring/wording";
import { type Condition, compared } from "../condition";
import { metrics } from "../metrics";
import type { Series } from "../series";
import type { Watcher } from "./watched";

export const redis: Watcher = {
    subject: "redis",
    alerts: ({ redis, patience }) =>
        redis
            ? [
                  {
                      called: "redis",
                      title: "Redis is getting full",
                      urgent: true,
                      means: `Redis has little memory left, or turns clients away. ${nothingIsDeleted}`,
                      steps: [
                          ...whatFilledIt,
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
        `memory for ${what} above ${percent(scarceMemory)}`,
        { series, window, align: "ALIGN_MEAN", reduce: "REDUCE_MAX", by: ["resource.label.instance_id"] },
        "above",
        scarceMemory,
    );
