import type * as pulumi from "@pulumi/pulumi";
import { toMebibytes, toSeconds } from "../../environment/units";
import type { TunnelConnector, TunnelConnectorArgs } from "../platform";
import { baseImage } from "./base-images";
import { runningContainer } from "./container";
import type { Engine } from "./engine";
import { files } from "./files";
import { secretsFolder } from "./secrets";

/** The first port that cloudflared itself would try; said, so that the health check need not look for it. */
const metrics = "127.0.0.1:20241";

/**
 * The container that opens the tunnel from inside, so that no port of the host is open to the internet. It has neither
 * name nor port on the host: the next one is connected before this one leaves, and requests in progress end.
 * https://developers.cloudflare.com/cloudflare-one/networks/connectors/cloudflare-tunnel/configure-tunnels/cloudflared-parameters/run-parameters/
 */
export function tunnelConnector(
    engine: Engine,
    name: string,
    { token }: TunnelConnectorArgs,
    parent: pulumi.Resource,
): TunnelConnector {
    const image = baseImage("cloudflared");
    const texts = [{ name: "tunnel-token", content: token }];
    const container = runningContainer(
        engine,
        `${name}-connector`,
        {
            image,
            command: ["tunnel", "--metrics", metrics, "run"],
            variables: { TUNNEL_TOKEN_FILE: `${secretsFolder}/tunnel-token` },
            networks: [{ name: engine.networks.services, aliases: [] }],
            files: [files(engine, `${name}-token`, { folder: secretsFolder, image, texts }, parent)],
            health: {
                // The image has no shell. Healthy is what has at least one connection to Cloudflare.
                test: ["CMD", "cloudflared", "tunnel", "--metrics", metrics, "ready"],
                interval: toSeconds(10),
                timeout: toSeconds(5),
                retries: 3,
                startPeriod: toSeconds(60),
            },
            cpu: 1,
            memory: toMebibytes(256),
            user: "65532:65532",
            // On its signal it takes no more requests, and gives those that it has 30 s, its own default.
            grace: toSeconds(40),
        },
        { parent },
    );
    return { resource: container };
}
