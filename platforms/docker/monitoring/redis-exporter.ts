import type { Container } from "@pulumi/docker";
import * as pulumi from "@pulumi/pulumi";
import { baseImage } from "../base-images";
import type { RunningRedis } from "../inventory";
import { secretsFolder } from "../secrets";
import { addresses } from "./addresses";
import { lent, program, type Site } from "./program";
import { sizes } from "./sizes";

/**
 * Tells how Redis is: https://github.com/oliver006/redis_exporter. Its image has nothing but the program, which cannot ask
 * itself whether it answers: Prometheus tells when it does not.
 */
export function redisExporter(site: Site, { host, password, resource }: RunningRedis): Container {
    const address = addresses.redisExporter;
    const image = baseImage("redis-exporter");
    const server = pulumi.interpolate`redis://${host}:6379`;
    // It takes passwords by server: https://github.com/oliver006/redis_exporter#authenticating-with-redis
    const passwords = pulumi.all([server, password]).apply(([at, opens]) => JSON.stringify({ [at]: opens }));
    const texts = [{ name: "passwords.json", content: passwords }];
    return program(site, address, {
        image,
        variables: { REDIS_ADDR: server, REDIS_PASSWORD_FILE: `${secretsFolder}/passwords.json` },
        also: [site.engine.networks.data],
        after: [resource],
        files: [lent(site, `${address.alias}-secrets`, { folder: secretsFolder, image, texts })],
        ...sizes.redisExporter,
    });
}
