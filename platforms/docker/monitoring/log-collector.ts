import type { Container } from "@pulumi/docker";
import { baseImage } from "../base-images";
import { addresses } from "./addresses";
import { logCollectorConfiguration } from "./configuration/log-collector";
import { configurationFiles, dataFolders } from "./places";
import { configured, fileName, healthy, keptBy, program, type Site } from "./program";
import { sizes } from "./sizes";

/** The image's own user, which it does not start as. https://github.com/grafana/alloy/blob/v1.18.1/Dockerfile */
const alloy = "473:473";

/** Brings the lines of the environment's containers to Loki: https://grafana.com/docs/alloy/latest/reference/cli/run/ */
export function logCollector(site: Site, reader: Container): Container {
    const address = addresses.logCollector;
    const image = baseImage("log-collector");
    return program(site, address, {
        image,
        command: [
            "run",
            configurationFiles.logCollector,
            `--storage.path=${dataFolders.logCollector}`,
            `--server.http.listen-addr=0.0.0.0:${address.port}`,
            "--disable-reporting",
        ],
        also: [site.engine.networks.engine],
        after: [reader],
        files: [
            configured(site, address, image, [
                { name: fileName(configurationFiles.logCollector), content: logCollectorConfiguration(site.monitored) },
            ]),
        ],
        // Up to where it has read.
        volumes: { [dataFolders.logCollector]: keptBy(site, address) },
        // The image has neither wget nor curl, but bash, which opens connections by itself.
        health: healthy([
            "CMD",
            "bash",
            "-c",
            `exec 3<>/dev/tcp/127.0.0.1/${address.port} && printf 'GET /-/ready HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200 '* ]]`,
        ]),
        user: alloy,
        ...sizes.logCollector,
    });
}
