import { onlyTheHealthPath, unansweredAddress } from "../../../monitoring/unanswered-address";
import type { Watcher } from "./alert";

export const uptime: Watcher = {
    subject: "uptime",
    alerts: ({ hosts, patience }) =>
        hosts.length === 0
            ? []
            : [
                  {
                      ...unansweredAddress("Asked from the host by its public name"),
                      steps: [
                          "Open it yourself. If it answers you, the host does not get out, or not back in to itself: DNS, firewall, tunnel.",
                          onlyTheHealthPath,
                          "If nothing answers, go inwards: the record at Cloudflare, the tunnel, nginx (`docker ps`), the service.",
                      ],
                      conditions: [
                          {
                              of: "no-answer",
                              says: "{{ $labels.instance }} does not answer",
                              when: 'probe_success{job="probes"} == 0',
                              lasting: patience,
                          },
                      ],
                  },
              ],
};
