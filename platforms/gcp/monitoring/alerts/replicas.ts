import { compared } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

/** Seconds: whoever reads what was written a minute ago from a replica must find it. */
const longestLag = 60;

export const replicas: Watcher = {
    subject: "replicas",
    alerts: ({ database, patience }) =>
        database?.engine === "postgresql" && database.replicas > 0
            ? [
                  {
                      called: "replicas",
                      title: "A replica falls behind",
                      urgent: false,
                      means: `A read replica is more than ${longestLag} s behind the server. What it answers is old.`,
                      steps: [
                          "Look at the dashboard: is the replica's CPU or disk at its limit? Then give the server more (`database.cpu`); replicas follow.",
                          "Look for a long statement on the replica: while it reads, changes to the same rows wait.",
                          "If it stands still, take it out (`database.replicas`), deploy, and put it back: it is made anew from the server.",
                      ],
                      conditions: [
                          compared(
                              `more than ${longestLag} s behind`,
                              {
                                  series: metrics.replicaLag,
                                  window: patience,
                                  align: "ALIGN_MEAN",
                                  reduce: "REDUCE_MAX",
                                  by: ["resource.label.database_id"],
                              },
                              "above",
                              longestLag,
                          ),
                      ],
                  },
              ]
            : [],
};
