import type { Seconds } from "../../../../environment/units";
import { percent } from "../../../monitoring/wording";
import { type Condition, compared, type Measure } from "../condition";
import { metrics } from "../metrics";
import type { Series } from "../series";
import type { Watcher } from "./watched";

/** Shares of what there is, from which on it is scarce. The disk grows by itself, so it only fills when it no longer can. */
const scarce = { cpu: 0.8, memory: 0.9, disk: 0.9, connections: 0.8 } as const;

/** A managed server that is made of parts that run out; Firestore has none. */
export const database: Watcher = {
    subject: "database",
    alerts: ({ database, patience, project }) =>
        database?.engine === "postgresql"
            ? [
                  {
                      called: "database",
                      title: "The database runs out of something",
                      urgent: true,
                      means: `The server, or a replica, has little left of its CPU, memory, disk or ${database.maxConnections} connections. When connections run out, services cannot start; when the disk does, nothing can be written.`,
                      steps: [
                          `See which: the condition's name says so, and so does \`gcloud sql instances describe INSTANCE --project ${project}\`.`,
                          "CPU or memory: look for the slow statement in Query Insights, else give it more (`database.cpu`, `database.memory`; a restart of about a minute).",
                          "Connections: fewer for each instance (`database.pool.max`), fewer instances, or raise `database.maxConnections`.",
                          "Disk: it grows by itself unless a limit stops it; look at what grew.",
                      ],
                      conditions: [
                          share("CPU", metrics.databaseCpu, scarce.cpu, patience),
                          share("memory", metrics.databaseMemory, scarce.memory, patience),
                          share("disk", metrics.databaseDisk, scarce.disk, patience),
                          connections(database.maxConnections, patience),
                      ],
                  },
              ]
            : [],
};

const each: Pick<Measure, "by"> = { by: ["resource.label.database_id"] };

const share = (what: string, series: Series, above: number, window: Seconds): Condition =>
    compared(
        `${what} above ${percent(above)}`,
        { series, window, align: "ALIGN_MEAN", reduce: "REDUCE_MAX", ...each },
        "above",
        above,
    );

/** A replica takes as many as its primary. */
const connections = (most: number, window: Seconds): Condition =>
    compared(
        `connections above ${percent(scarce.connections)} of ${most}`,
        { series: metrics.databaseConnections, window, align: "ALIGN_MEAN", reduce: "REDUCE_SUM", ...each },
        "above",
        Math.floor(scarce.connections * most),
    );
