import { expiringCertificate, fewestDays } from "../../../monitoring/expiring-certificate";
import type { Watcher } from "./alert";

export const certificates: Watcher = {
    subject: "certificates",
    alerts: ({ hosts, patience }) =>
        hosts.length === 0
            ? []
            : [
                  {
                      ...expiringCertificate,
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
