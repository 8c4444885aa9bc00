import type { Seconds } from "../../../environment/units";
import { checked } from "./checked";
import type { FrontConfiguration } from "./description";
import { block, time } from "./directives";
import { forwardedBy } from "./forwarding";
import { accessLog } from "./logging";
import { servers } from "./servers";
import { stickyGroups } from "./sticky";
import { tlsOf } from "./tls";

export { type FrontConfiguration, healthPath, type Route, type Tls } from "./description";

/** What nginx finds around it. */
export interface Surroundings {
    readonly resolver: string;
    /**
     * How long its answer is believed: less than it takes a new instance from its start to its first health check, so that
     * nginx knows of it before the old one closes its door.
     */
    readonly fresh: Seconds;
    /** A folder that it may write to. */
    readonly folder: string;
    readonly accessLog: string;
}

/** The engine answers for aliases at an address of its own; https://docs.docker.com/engine/network/#dns-services */
export const inContainer: Surroundings = {
    resolver: "127.0.0.11",
    fresh: 1 as Seconds,
    folder: "/tmp",
    accessLog: "/dev/stdout",
};

/**
 * The text of nginx.conf, for nginx 1.25.1 and later, and 1.27.3 where a route is sticky. Whatever comes from outside is
 * checked first: no name of a host or prefix gets out of its place.
 */
export function frontConfiguration(front: FrontConfiguration, around: Surroundings = inContainer): string {
    checked(front);
    const { folder } = around;
    const lines = [
        "# Made from the environment's description. What is written here by hand is lost.",
        "daemon off;",
        `pid ${folder}/nginx.pid;`,
        "error_log stderr warn;",
        // Not `auto`, which would take as many as the host has processors, whatever this container may use of them.
        "worker_processes 2;",
        "worker_rlimit_nofile 16384;",
        // On a stop or a reload: calls end in their own time, and the longest may.
        `worker_shutdown_timeout ${time(longest(front))};`,
        ...block("events", [
            // A call takes two: one to the visitor, one to the service.
            "worker_connections 8000;",
        ]),
        ...block("http", [
            ...general(around),
            ...accessLog(around.accessLog),
            ...forwardedBy(front.trustedProxies ?? []),
            ...toServices(around),
            ...stickyGroups(front.routes),
            ...(front.tls === undefined ? [] : tlsOf(front.tls)),
            ...servers(front),
        ]),
    ];
    return `${lines.join("\n")}\n`;
}

const longest = ({ routes }: FrontConfiguration): Seconds =>
    Math.max(30, ...routes.map(({ timeout }) => timeout)) as Seconds;

/** The root of the container cannot be written, so that every folder for passing files is in the one that can. */
function general({ folder }: Surroundings): readonly string[] {
    return [
        "server_tokens off;",
        "default_type application/octet-stream;",
        ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((of) => `${of}_temp_path ${folder}/${of};`),
        "server_names_hash_bucket_size 512;",
        // In the container nginx has other ports than those that visitors know.
        "absolute_redirect off;",
        "client_max_body_size 1m;",
        "client_body_buffer_size 128k;",
        "client_header_buffer_size 1k;",
        "large_client_header_buffers 4 16k;",
        "client_header_timeout 15s;",
        "client_body_timeout 30s;",
        "send_timeout 60s;",
        "keepalive_timeout 65s;",
        "reset_timedout_connection on;",
        "gzip on;",
        "gzip_vary on;",
        "gzip_proxied any;",
        "gzip_min_length 1024;",
        "gzip_types text/css text/plain text/javascript application/javascript application/json application/manifest+json application/xml image/svg+xml;",
    ];
}

/**
 * Services come and go behind their alias while nginx runs on: the name is asked for anew every second, and an
 * instance that has just closed its door is passed over. A request that may have been carried out is not sent twice.
 */
function toServices({ resolver, fresh }: Surroundings): readonly string[] {
    return [
        `resolver ${resolver} valid=${time(fresh)} ipv6=off;`,
        "resolver_timeout 2s;",
        "proxy_http_version 1.1;",
        "proxy_connect_timeout 2s;",
        "proxy_socket_keepalive on;",
        "proxy_next_upstream error timeout http_502 http_503;",
        // While a release drains, half of the addresses may have closed their doors, however many there are.
        "proxy_next_upstream_tries 0;",
        "proxy_next_upstream_timeout 10s;",
        // What a slow visitor has not taken yet waits at the service: the folder for it is memory.
        "proxy_max_temp_file_size 0;",
    ];
}
