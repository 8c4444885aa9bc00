import type { Seconds } from "../../../../environment/units";
import { expiringCertificate, fewestDays } from "../../../monitoring/expiring-certificate";
import type { Alert } from "../alert";
import { compared, logged } from "../condition";
import { metrics } from "../metrics";
import type { Watcher } from "./watched";

const window = 1200 as Seconds;

/** Two certificates stand in the way of a request: the edge's, which visitors see, and the load balancer's behind it. */
export const certificates: Watcher = {
    subject: "certificates",
    alerts: ({ hosts, balancer, patience }) => [
        ...(hosts.length === 0 ? [] : [atTheEdge(patience)]),
        ...(balancer ? [atTheBalancer] : []),
    ],
};

const atTheEdge = (patience: Seconds): Alert => ({
    ...expiringCertificate,
    steps: [
        "At Cloudflare, under SSL/TLS, Edge Certificates, see what holds up the renewal: often a CAA record or a failed validation.",
        "Mend that, or order another certificate there.",
    ],
    conditions: [
        compared(
            `less than ${fewestDays} days left`,
            {
                series: metrics.certificateDays,
                window,
                align: "ALIGN_NEXT_OLDER",
                reduce: "REDUCE_MEAN",
                by: ["resource.label.project_id", "resource.label.host"],
                lasting: patience,
            },
            "below",
            fewestDays,
        ),
    ],
});

/** Visitors never see it, so only its issuer can tell. https://cloud.google.com/certificate-manager/docs/logs-metrics */
const atTheBalancer: Alert = {
    called: "balancer-certificates",
    title: "The load balancer's certificate is not renewed",
    urgent: true,
    means: "A certificate of the load balancer has expired or is about to. From then on the edge refuses to connect (526), and nobody reaches any service.",
    steps: [
        "See why: `gcloud certificate-manager certificates describe NAME`. The reason is nearly always the record `_acme-challenge…`, which must be there and not proxied.",
        "Deploy: the record is part of the stack. Then wait for some minutes until the certificate is active.",
    ],
    conditions: [
        logged("Certificate Manager warns of the end", [
            'resource.type="certificatemanager.googleapis.com/Project"',
            'log_id("certificatemanager.googleapis.com/certificates_expiry")',
            'jsonPayload.state=("CLOSE_TO_EXPIRY" OR "EXPIRED")',
        ]),
    ],
};
