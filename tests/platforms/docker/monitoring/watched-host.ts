import type * as pulumi from "@pulumi/pulumi";
import { mebibytes, seconds } from "../../../../environment/units";
import type { DockerHost } from "../../../../platforms/docker";
import type { WatchArgs } from "../../../../platforms/platform";
import { type Case, type Made, plainPostgres, plannedOnHost } from "../host";

const front = { address: "203.0.113.7", port: 443, name: "localhost", routes: "hosts", tls: { from: "edge" } } as const;

/** What is asked of monitoring as plainly as can be; each case bends it in one way. */
export const plainWatch: WatchArgs = {
    notify: [],
    incidents: false,
    objectives: { latency: seconds("1s"), errors: 0.01, availability: 0.995 },
    services: [],
    hosts: [],
    redis: false,
    jobs: false,
    balancer: true,
    rotation: false,
    watched: [],
};

/** What a host with monitoring makes, whose name is `watch`. */
export const watched = (args: Partial<WatchArgs> = {}, beside: Beside = () => undefined, asked: Case = {}) =>
    plannedOnHost(
        (host, parent) => {
            beside(host, parent);
            host.watch("watch", { ...plainWatch, ...args }, parent);
        },
        { front, ...asked },
    );
type Beside = (host: DockerHost, parent: pulumi.Resource) => unknown;

export const withPostgres: Beside = (host, parent) => host.postgres("database", plainPostgres, parent);
export const withRedis: Beside = (host, parent) =>
    host.redis("redis", { version: "7.2", memory: mebibytes("256Mi"), availability: "basic" }, parent);
export const withFront: Beside = (host, parent) =>
    host.balancer("balancer", { services: {}, redirects: {}, firewall: false }, parent);

/** What a host with monitoring and a mail server makes; the secret is the host's own. */
export const watchedWithMail = (args: Partial<WatchArgs> = {}): Promise<readonly Made[]> =>
    plannedOnHost(
        (host, parent) => {
            const password = host.secret("mail", { called: "smtp-password", value: "opens-mail" });
            const mail = {
                server: "smtp.example.com:587",
                from: "alerts@example.com",
                user: "alerts@example.com",
                password,
            };
            host.watch("watch", { ...plainWatch, notify: ["operator@example.com"], mail, ...args }, parent);
        },
        { front },
    );
