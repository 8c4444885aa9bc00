import { stringify } from "yaml";
import type { Monitored } from "../description";
import { mailPasswordFile } from "../places";

/**
 * One mail for what begins together, another when something has joined it, both as Alertmanager has it by itself, and again
 * when it goes on. https://prometheus.io/docs/alerting/0.34/configuration/#route
 */
const mails = {
    waits: "30s",
    joins: "5m",
    /** What is urgent in production, day and night, until it is over. */
    hourly: "1h",
    /** Within the time that Alertmanager remembers what it sent: 5 days. */
    otherwise: "4d",
} as const;

/** Alertmanager's configuration: mails, and none in clear. https://prometheus.io/docs/alerting/0.34/configuration/ */
export function alertmanagerConfiguration({ notify, mail, tier }: Monitored): string {
    if (mail === undefined || notify.length === 0)
        throw new RangeError("nobody is told of alerts: there is no mail server, or no address");
    return stringify(
        {
            global: {
                smtp_smarthost: mail.server,
                smtp_from: mail.from,
                smtp_auth_username: mail.user,
                smtp_auth_password_file: mailPasswordFile,
                // By STARTTLS; at port 465 all of the connection is TLS.
                smtp_require_tls: true,
                resolve_timeout: "5m",
            },
            route: {
                receiver: "mail",
                group_by: ["alertname"],
                group_wait: mails.waits,
                group_interval: mails.joins,
                repeat_interval: mails.otherwise,
                ...(tier === "production"
                    ? { routes: [{ matchers: ['urgent="true"'], repeat_interval: mails.hourly }] }
                    : {}),
            },
            inhibit_rules: [
                // Who is told that requests fail needs no second mail about how many may.
                outdone('alertname="errors"', 'alertname=~"objective-.+"', ["service"]),
                outdone('alertname="objective-fast"', 'alertname="objective-slow"', ["service"]),
                // A disk that is full stops the database, and whoever reads the first mail need not read the others.
                outdone('alertname="host",condition="disk"', 'alertname="host",condition="disk-soon"', ["device"]),
                outdone('alertname="host",condition="disk"', 'alertname=~"database|redis|backups|logs"', []),
            ],
            receivers: [
                {
                    name: "mail",
                    email_configs: notify.map((to) => ({
                        to,
                        send_resolved: true,
                        headers: { Subject: subject },
                        html: "",
                        text: body,
                    })),
                },
            ],
        },
        { lineWidth: 0 },
    );
}

const outdone = (by: string, what: string, equal: readonly string[]) => ({
    source_matchers: by.split(","),
    target_matchers: what.split(","),
    ...(equal.length === 0 ? {} : { equal: [...equal] }),
});

/** Templates of Go over what is told: https://prometheus.io/docs/alerting/latest/notifications/ */
const subject =
    '[{{ .CommonLabels.environment }}] {{ if eq .Status "resolved" }}over: {{ end }}{{ (index .Alerts 0).Annotations.summary }}';

const body = `{{ with index .Alerts 0 }}{{ .Annotations.summary }} in {{ .Labels.environment }} ({{ .Labels.tier }}), project {{ .Labels.project }}.
{{ end }}
{{ range .Alerts.Firing }}- since {{ .StartsAt.UTC.Format "2 January 15:04" }} UTC, {{ .Labels.severity }}: {{ .Annotations.message }}
{{ end }}{{ range .Alerts.Resolved }}- over since {{ .EndsAt.UTC.Format "2 January 15:04" }} UTC: {{ .Annotations.message }}
{{ end }}{{ if .Alerts.Firing }}{{ with index .Alerts.Firing 0 }}
{{ .Annotations.description }}

{{ .Annotations.steps }}

More: {{ .Annotations.runbook }}
{{ end }}{{ end }}`;
