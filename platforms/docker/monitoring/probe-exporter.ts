import type { Container } from "@pulumi/docker";
import { baseImage } from "../base-images";
import { addresses } from "./addresses";
import { probeConfiguration } from "./configuration/probes";
import { configurationFiles } from "./places";
import { answersAt, configured, fileName, program, type Site } from "./program";
import { sizes } from "./sizes";

/** Asks the public host names as a visitor would: https://github.com/prometheus/blackbox_exporter */
export function probeExporter(site: Site): Container {
    const address = addresses.probeExporter;
    const image = baseImage("blackbox-exporter");
    return program(site, address, {
        image,
        command: [`--config.file=${configurationFiles.probes}`],
        files: [
            configured(site, address, image, [
                { name: fileName(configurationFiles.probes), content: probeConfiguration() },
            ]),
        ],
        health: answersAt(address, "/-/healthy"),
        // The image's is root.
        user: "65534:65534",
        ...sizes.probeExporter,
    });
}
