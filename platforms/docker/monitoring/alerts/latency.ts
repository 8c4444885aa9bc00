import { slowApi } from "../../../monitoring/slow-api";
import type { Watcher } from "./alert";
import { often, slowest } from "./requests";

export const latency: Watcher = {
    subject: "latency",
    alerts: ({ front, services, objectives, patience }) =>
        front === undefined
            ? []
            : services
                  .filter(({ role }) => role === "api")
                  .map(({ serviceName }) => ({
                      ...slowApi(serviceName, objectives.latency),
                      steps: [
                          "Look at the dashboard: is a container's CPU at its limit, is the host's, are there more requests than usual?",
                          "Does the database wait? Look for long statements: `SELECT pid, now() - query_start, query FROM pg_stat_activity ORDER BY 2 DESC`.",
                          "If it began with a release, deploy the one before it.",
                      ],
                      conditions: [
                          {
                              of: "percentile",
                              says: "95th percentile at {{ $value | humanizeDuration }}",
                              when: `${slowest(serviceName, patience)} > ${objectives.latency} and on (service) ${often(serviceName, patience)}`,
                          },
                      ],
                  })),
};
