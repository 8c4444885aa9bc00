import type { Container } from "@pulumi/docker";
import { baseImage } from "../base-images";
import { addresses } from "./addresses";
import { alertRules } from "./alerts";
import { prometheusConfiguration } from "./configuration/prometheus";
import { configurationFiles, dataFolders } from "./places";
import { answersAt, configured, fileName, keptBy, program, type Site } from "./program";
import { sizes } from "./sizes";

/** Whichever comes first: a disk that is full would take the database with it. */
const kept = { time: "30d", size: "5GB" } as const;

/**
 * Keeps the figures of everything and judges them by the rules of the alerts.
 * https://prometheus.io/docs/prometheus/latest/command-line/prometheus/
 */
export function prometheus(site: Site): Container {
    const address = addresses.prometheus;
    const image = baseImage("prometheus");
    return program(site, address, {
        image,
        command: [
            `--config.file=${configurationFiles.prometheus}`,
            `--storage.tsdb.path=${dataFolders.prometheus}`,
            `--storage.tsdb.retention.time=${kept.time}`,
            `--storage.tsdb.retention.size=${kept.size}`,
        ],
        files: [
            configured(site, address, image, [
                { name: fileName(configurationFiles.prometheus), content: prometheusConfiguration(site.monitored) },
                { name: fileName(configurationFiles.alertRules), content: alertRules(site.monitored) },
            ]),
        ],
        volumes: { [dataFolders.prometheus]: keptBy(site, address) },
        health: answersAt(address, "/-/healthy"),
        ...sizes.prometheus,
    });
}
