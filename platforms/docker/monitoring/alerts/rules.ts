import { stringify } from "yaml";
import { patienceOf, severityOf } from "../../../monitoring/by-tier";
import type { Monitored } from "../description";
import type { Alert, Condition, Watcher } from "./alert";
import { backups } from "./backups";
import { capacity } from "./capacity";
import { certificates } from "./certificates";
import { containers } from "./containers";
import { database } from "./database";
import { errors } from "./errors";
import { host } from "./host";
import { jobs } from "./jobs";
import { latency } from "./latency";
import { logs } from "./logs";
import { objectives } from "./objectives";
import { span } from "./promql";
import { redis } from "./redis";
import { targets } from "./targets";
import { uptime } from "./uptime";

/** Every subject that is watched where there is something of the kind. */
const watchers: readonly Watcher[] = [
    errors,
    latency,
    objectives,
    uptime,
    certificates,
    capacity,
    containers,
    database,
    redis,
    backups,
    jobs,
    host,
    logs,
    targets,
];

/** How long an alert goes on once its reason is gone: what comes back within the shortest patience is told of once. */
const lingers = "5m";

/** Prometheus' rules: a group for each subject. https://prometheus.io/docs/prometheus/latest/configuration/alerting_rules/ */
export function alertRules(monitored: Monitored): string {
    const groups = watchers.flatMap(({ subject, alerts }) => {
        const patience = patienceOf(monitored.tier, subject);
        if (patience === undefined) return [];
        const rules = alerts({ ...monitored, patience }).flatMap((alert) =>
            alert.conditions.map((condition) => rule(monitored, alert, condition)),
        );
        return rules.length === 0 ? [] : [{ name: subject, rules }];
    });
    return stringify({ groups }, { lineWidth: 0, aliasDuplicateObjects: false });
}

function rule({ tier }: Monitored, alert: Alert, { of, says, when, lasting, urgent = alert.urgent }: Condition) {
    return {
        alert: alert.called,
        expr: when,
        ...(lasting === undefined ? {} : { for: span(lasting) }),
        keep_firing_for: lingers,
        labels: { severity: severityOf(tier, urgent).toLowerCase(), urgent: String(urgent), condition: of },
        annotations: {
            summary: alert.title,
            message: says,
            description: alert.means,
            steps: alert.steps.map((step, index) => `${index + 1}. ${plain(step)}`).join("\n"),
            runbook: `docs/operating.md#${alert.called}`,
        },
    };
}

/** Prometheus would read two braces as its own template: `docker inspect --format` has them too. */
const plain = (text: string): string => text.replaceAll("{{", '{{ "{{" }}');
