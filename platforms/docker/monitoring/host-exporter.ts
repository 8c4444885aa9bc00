import type { Container } from "@pulumi/docker";
import { baseImage } from "../base-images";
import { namedVolume } from "../volume";
import { addresses } from "./addresses";
import { diskFolder } from "./places";
import { answersAt, calledIn, partOf, program, type Site } from "./program";
import { sizes } from "./sizes";

/** What `/proc` says of the whole host in every container; what it says of one alone (processes, network) is not asked. */
const figures = [
    "cpu",
    "diskstats",
    "filefd",
    "filesystem",
    "loadavg",
    "meminfo",
    "pressure",
    "stat",
    "time",
    "vmstat",
];

/**
 * Tells how the host is: memory, load, disk. It finds nothing of the host mounted, since `/` would hold the engine's socket
 * and `/proc` what every process was started with; the room on the disk is that of an empty volume, beside all others.
 * https://github.com/prometheus/node_exporter
 */
export function hostExporter(site: Site): Container {
    const address = addresses.hostExporter;
    const disk = namedVolume(
        site.engine,
        partOf(site, "disk"),
        { called: calledIn(site, "disk"), labelled: partOf(site, "disk") },
        { parent: site.parent },
    );
    return program(site, address, {
        image: baseImage("node-exporter"),
        command: [
            "--collector.disable-defaults",
            ...figures.map((each) => `--collector.${each}`),
            `--collector.filesystem.mount-points-include=^${diskFolder}$`,
            "--web.disable-exporter-metrics",
        ],
        sharedVolumes: { [diskFolder]: disk.name },
        health: answersAt(address, "/"),
        ...sizes.hostExporter,
    });
}
