import { secretsFolder } from "../secrets";

/** Where each program finds its configuration, which it cannot write. */
export const configurationFolder = "/configuration";
const configured = (file: string): string => `${configurationFolder}/${file}`;

/** Files of the configuration, one folder in each container. */
export const configurationFiles = {
    engineReader: configured("nginx.conf"),
    prometheus: configured("prometheus.yml"),
    alertRules: configured("alerts.yml"),
    alertmanager: configured("alertmanager.yml"),
    loki: configured("loki.yml"),
    logCollector: configured("config.alloy"),
    containerExporter: configured("telegraf.conf"),
    probes: configured("probes.yml"),
    /** Grafana looks here for `datasources`, `dashboards` and so on. */
    grafana: configurationFolder,
} as const;

/** Volumes that outlive their containers, by the folder that each program finds its own at. */
export const dataFolders = {
    prometheus: "/prometheus",
    alertmanager: "/alertmanager",
    loki: "/loki",
    logCollector: "/var/lib/alloy/data",
    grafana: "/var/lib/grafana",
} as const;

/** What opens the mail server: a file of Alertmanager's. */
export const mailPasswordFile = `${secretsFolder}/smtp-password`;

/** The engine's socket, as the engine reader finds it. */
export const engineSocket = "/var/run/docker.sock";

/** An empty volume: what it lies on is the disk that the engine keeps every volume on. */
export const diskFolder = "/host/disk";
