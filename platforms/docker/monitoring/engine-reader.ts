import type { Container } from "@pulumi/docker";
import { toMebibytes, toSeconds } from "../../../environment/units";
import { baseImage } from "../base-images";
import { runningContainer } from "../container";
import { addresses } from "./addresses";
import { engineReaderConfiguration } from "./configuration/engine-reader";
import { configurationFiles, engineSocket } from "./places";
import { calledIn, configured, fileName, healthy, partOf, type Site } from "./program";
import { sizes } from "./sizes";

/**
 * The only container that has the engine's socket. It lets the collectors read what they need, and nothing is started or
 * changed through it. It lists the environment's own containers alone; but whoever knows the 64 digits of another
 * environment's is told of that one too, with its variables and its lines. It is in a network of theirs alone.
 */
export function engineReader(site: Site): Container {
    const { engine, monitored, parent } = site;
    const address = addresses.engineReader;
    const image = baseImage("nginx");
    return runningContainer(
        engine,
        partOf(site, address.alias),
        {
            containerName: calledIn(site, address.alias),
            image,
            entryPoint: ["nginx", "-e", "stderr", "-c", configurationFiles.engineReader],
            networks: [{ name: engine.networks.engine, aliases: [address.alias] }],
            files: [
                configured(site, address, image, [
                    { name: fileName(configurationFiles.engineReader), content: engineReaderConfiguration(monitored) },
                ]),
            ],
            fromHost: { [engineSocket]: engine.socket },
            scratch: { "/tmp": toMebibytes(16) },
            health: healthy([
                "CMD",
                "curl",
                "-fsS",
                "-m",
                "4",
                "-o",
                "/dev/null",
                `http://127.0.0.1:${address.port}/_ping`,
            ]),
            // The socket is root's. Without any capability, root may do what the owner of a file may.
            user: "0:0",
            // The image's own would wait for the streams of logs, which do not end.
            stopSignal: "SIGTERM",
            ...sizes.engineReader,
            grace: toSeconds(10),
        },
        { parent, deleteBeforeReplace: true },
    );
}
