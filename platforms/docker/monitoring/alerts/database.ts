import { percent } from "../../../monitoring/wording";
import type { Watcher } from "./alert";
import { span } from "./promql";

/**
 * The share of the connections is that of Google Cloud's alert: a release brings a second set of pools for a while. A
 * deadlock ends one transaction, which may be tried again; three within minutes are an order of locks that is wrong.
 */
const scarce = { connections: 0.8, deadlocks: 3 } as const;

export const database: Watcher = {
    subject: "database",
    alerts: ({ database, patience }) =>
        database === undefined
            ? []
            : [
                  {
                      called: "database",
                      title: "The database does not answer, or runs out of something",
                      urgent: true,
                      means: `PostgreSQL takes no connection, has little left of its ${database.maxConnections}, or ends transactions because they wait for each other. When connections run out, services cannot start.`,
                      steps: [
                          "`docker ps` and `docker logs` of its container: a disk without room stops it first of all.",
                          "Connections: fewer for each container (database.pool.max), fewer containers, or raise database.maxConnections. Who holds them: `SELECT usename, state, count(*) FROM pg_stat_activity GROUP BY 1, 2`.",
                          "Deadlocks: its log names both statements; the application has to take locks in one order.",
                      ],
                      conditions: [
                          {
                              of: "no-answer",
                              says: "PostgreSQL does not answer",
                              when: "pg_up == 0",
                              lasting: patience,
                          },
                          {
                              of: "connections",
                              says: `{{ $value | humanizePercentage }} of ${database.maxConnections} connections, above ${percent(scarce.connections)}`,
                              when: `sum(pg_stat_database_numbackends) / ${database.maxConnections} > ${scarce.connections}`,
                              lasting: patience,
                          },
                          {
                              of: "deadlocks",
                              says: `{{ $value | printf "%.0f" }} deadlocks in ${span(patience)}`,
                              when: `sum by (datname) (increase(pg_stat_database_deadlocks{datname!=""}[${span(patience)}])) > ${scarce.deadlocks - 0.5}`,
                              urgent: false,
                          },
                      ],
                  },
              ],
};
