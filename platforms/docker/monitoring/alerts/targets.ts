import type { Watcher } from "./alert";

/** What is not measured is not told of either. */
export const targets: Watcher = {
    subject: "targets",
    alerts: ({ notify, patience }) => [
        {
            called: "targets",
            title: "Something is not measured",
            urgent: false,
            means: "A part of the monitoring does not answer, or mails cannot be sent. What it would tell of goes unnoticed until it does.",
            steps: [
                "`docker ps --all` and `docker logs` of the container: its name ends with what the alert names.",
                "An exporter that answers and measures nothing lacks a password or a network: its log says so.",
                "Mails: `docker logs` of Alertmanager's container has the mail server's answer.",
            ],
            conditions: [
                {
                    of: "no-answer",
                    says: "{{ $labels.job }} does not answer",
                    when: 'up{job!="probes"} == 0',
                    lasting: patience,
                },
                {
                    of: "front",
                    says: "nginx does not tell its figures",
                    when: "nginx_up == 0",
                    lasting: patience,
                },
                ...(notify.length === 0
                    ? []
                    : [
                          {
                              of: "mails",
                              says: '{{ $value | printf "%.0f" }} mails could not be sent in the last hour',
                              when: 'sum(increase(alertmanager_notifications_failed_total{integration="email"}[1h])) > 0',
                          },
                      ]),
            ],
        },
    ],
};
