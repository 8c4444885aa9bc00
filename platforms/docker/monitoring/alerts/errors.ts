import { percent } from "../../../monitoring/wording";
import type { Watcher } from "./alert";
import { failing, repeatedly } from "./requests";

export const errors: Watcher = {
    subject: "errors",
    alerts: ({ front, objectives, patience }) =>
        front === undefined
            ? []
            : [
                  {
                      called: "errors",
                      title: "Requests fail",
                      urgent: true,
                      means: `Of the requests to a service, more than ${percent(objectives.errors)} were answered with 5xx: the service could not, or none of its containers was there to.`,
                      steps: [
                          "Was there a release just now? Deploy the one before it, and look for the reason then.",
                          "In Grafana, read what the service says: the dashboard's row of logs, or `docker logs CONTAINER` on the host.",
                          "502 is nginx's own: no container of the service takes connections. 504: it does, and says nothing. 500 is the service's.",
                          "Do the database, Redis or the host go wrong at the same time?",
                      ],
                      conditions: [
                          {
                              of: "share",
                              says: "{{ $labels.service }}: {{ $value | humanizePercentage }} of the requests",
                              when: `(${failing(patience)}) > ${objectives.errors} and on (service) ${repeatedly(patience)}`,
                          },
                      ],
                  },
              ],
};
