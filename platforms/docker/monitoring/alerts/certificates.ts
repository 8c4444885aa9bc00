import type { Watcher } from "./alert";

/** Whoever renews by itself has done so by then: 30 days before the end. */
const fewestDays = 14;

export const certificates: Watcher = {
    subject: "certificates",
    alerts: ({ hosts, patience }) =>
        hosts.length === 0
            ? []
            : [
                  {
                      called: "certificates",
                      title: "A certificate expires soon",
                      urgent: false,
                      means: `The certificate that visitors of a public address see expires in less than ${fewestDays} days. It should have been renewed by itself long before.`,
                      steps: [
                          "Behind Cloudflare: under SSL/TLS, Edge Certificates, see what holds up the renewal, often a CAA record.",
                          "From Let's Encrypt: `docker logs` of the container whose name ends in `-certificate`; port 80 must reach nginx.",
                          "From files: whoever puts them on the host has not done so. nginx takes a new one up by itself.",
                      ],
                      conditions: [
                          {
                              of: "expiry",
                              says: '{{ $labels.instance }}: {{ $value | printf "%.0f" }} days left',
                              when: `(probe_ssl_earliest_cert_expiry{job="probes"} - time()) / 86400 < ${fewestDays}`,
                              lasting: patience,
                          },
                      ],
                  },
              ],
};
