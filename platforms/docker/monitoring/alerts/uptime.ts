import type { Watcher } from "./alert";

export const uptime: Watcher = {
    subject: "uptime",
    alerts: ({ hosts, patience }) =>
        hosts.length === 0
            ? []
            : [
                  {
                      called: "uptime",
                      title: "A public address does not answer",
                      urgent: true,
                      means: "Asked from the host by its public name, an address does not answer with 2xx within 10 s, or its certificate is not valid.",
                      steps: [
                          "Open it yourself. If it answers you, the host does not get out, or not back in to itself: DNS, firewall, tunnel.",
                          "If only the health path fails, the service cannot reach what it needs: database, Redis, a secret.",
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
