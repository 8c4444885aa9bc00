import type { Container } from "@pulumi/docker";
import { baseImage } from "../base-images";
import { addresses } from "./addresses";
import { containerExporterConfiguration } from "./configuration/container-exporter";
import { configurationFiles } from "./places";
import { answersAt, configured, fileName, program, type Site } from "./program";
import { sizes } from "./sizes";

/**
 * Tells how the environment's containers are: what they use of what they may, whether they are healthy, how they ended.
 * Telegraf, since it knows all that from the engine's answers: cAdvisor wants the engine's own files and containerd's socket.
 * https://github.com/influxdata/telegraf/tree/v1.39.3/plugins/inputs/docker
 */
export function containerExporter(site: Site, reader: Container): Container {
    const address = addresses.containerExporter;
    const image = baseImage("telegraf");
    return program(site, address, {
        image,
        // Not by the image's script, which starts as root.
        entryPoint: ["telegraf", "--config", configurationFiles.containerExporter],
        also: [site.engine.networks.engine],
        after: [reader],
        files: [
            configured(site, address, image, [
                {
                    name: fileName(configurationFiles.containerExporter),
                    content: containerExporterConfiguration(site.monitored),
                },
            ]),
        ],
        health: answersAt(address, "/metrics"),
        user: "65534:65534",
        ...sizes.containerExporter,
    });
}
