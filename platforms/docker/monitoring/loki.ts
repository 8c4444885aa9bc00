import type { Container } from "@pulumi/docker";
import { baseImage } from "../base-images";
import { addresses } from "./addresses";
import { lokiConfiguration } from "./configuration/loki";
import { configurationFiles, dataFolders } from "./places";
import { configured, fileName, healthy, keptBy, program, type Site } from "./program";
import { sizes } from "./sizes";

/** Keeps the logs: https://grafana.com/docs/loki/latest/get-started/deployment-modes/#monolithic-mode */
export function loki(site: Site): Container {
    const address = addresses.loki;
    const image = baseImage("loki");
    return program(site, address, {
        image,
        command: [`-config.file=${configurationFiles.loki}`],
        files: [
            configured(site, address, image, [
                { name: fileName(configurationFiles.loki), content: lokiConfiguration() },
            ]),
        ],
        volumes: { [dataFolders.loki]: keptBy(site, address) },
        // The image has no shell. It asks itself: https://github.com/grafana/loki/blob/v3.7.3/cmd/loki/health.go
        health: healthy(["CMD", "/usr/bin/loki", "-health"]),
        ...sizes.loki,
    });
}
