import { stringify } from "yaml";
import { addresses, urlOf } from "../addresses";
import { dashboard, sources } from "../dashboard";
import type { Monitored } from "../description";
import { configurationFiles } from "../places";
import { interval } from "./prometheus";

/** A file below the folder that Grafana is provisioned from. */
export interface GrafanaFile {
    readonly folder: string;
    readonly name: string;
    readonly content: string;
}

const dashboards = "json";

/** What Grafana finds when it starts, and nobody changes by hand. https://grafana.com/docs/grafana/v12.4/administration/provisioning/ */
export const grafanaFiles = (monitored: Monitored): readonly GrafanaFile[] => [
    { folder: "datasources", name: "sources.yml", content: dataSources(monitored) },
    { folder: "dashboards", name: "folder.yml", content: provider },
    { folder: dashboards, name: "environment.json", content: dashboard(monitored) },
];

const dataSources = ({ notify }: Monitored): string =>
    stringify({
        apiVersion: 1,
        prune: true,
        datasources: [
            {
                name: "Prometheus",
                ...sources.prometheus,
                access: "proxy",
                url: urlOf(addresses.prometheus),
                isDefault: true,
                editable: false,
                jsonData: {
                    timeInterval: interval,
                    httpMethod: "POST",
                    manageAlerts: true,
                    prometheusType: "Prometheus",
                },
            },
            {
                name: "Loki",
                ...sources.loki,
                access: "proxy",
                url: urlOf(addresses.loki),
                editable: false,
                jsonData: { maxLines: 1000, manageAlerts: false },
            },
            ...(notify.length === 0
                ? []
                : [
                      {
                          name: "Alertmanager",
                          type: "alertmanager",
                          uid: "alertmanager",
                          access: "proxy",
                          url: urlOf(addresses.alertmanager),
                          editable: false,
                          jsonData: { implementation: "prometheus", handleGrafanaManagedAlerts: false },
                      },
                  ]),
        ],
    });

const provider = stringify({
    apiVersion: 1,
    providers: [
        {
            name: "environment",
            type: "file",
            // By hand it could be changed until the next start only.
            allowUiUpdates: false,
            disableDeletion: true,
            updateIntervalSeconds: 3600,
            options: { path: `${configurationFiles.grafana}/${dashboards}` },
        },
    ],
});
