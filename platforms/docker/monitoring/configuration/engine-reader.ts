import { block } from "../../front/directives";
import { addresses } from "../addresses";
import type { Monitored } from "../description";
import { engineSocket } from "../places";

/** What the engine reader finds around it. */
export interface EngineReaderSurroundings {
    readonly listen: string;
    readonly socket: string;
    /** A folder that it may write to. */
    readonly folder: string;
    readonly log: string;
}

export const inContainer: EngineReaderSurroundings = {
    listen: String(addresses.engineReader.port),
    socket: engineSocket,
    folder: "/tmp",
    log: "/dev/stdout",
};

/**
 * Always the whole identifier, as the engine gives it: a name could be guessed, and of another environment. Whose it is,
 * nginx cannot find out before it passes the question on: who has read the identifier elsewhere is answered.
 */
const container = "/containers/[0-9a-f]{64}";

/**
 * What the collectors ask the engine, and nothing else of its API. Each of these only tells; without `/info` Telegraf does
 * not start. https://docs.docker.com/reference/api/engine/
 */
const readable = ["/_ping", "/info", `${container}/json`, `${container}/logs`, `${container}/stats`];

/** What the engine lists, whoever asks for whatever: the environment's own. Carriers of files, which never run, are left out. */
const listed = ({ project, environment }: Pick<Monitored, "project" | "environment">): Record<string, string> => {
    const label = [`project=${project}`, `environment=${environment}`];
    const status = ["restarting", "running", "removing", "paused", "exited", "dead"];
    return {
        "/containers/json": `all=1&filters=${encodeURIComponent(JSON.stringify({ label, status }))}`,
        "/networks": `filters=${encodeURIComponent(JSON.stringify({ label }))}`,
    };
};

const version = "(?:/v1\\.[0-9]{1,2})?";

/** As clients write a query: `/containers/json?filters=%7B%22label%22…%7D`. */
const query = "(\\?[A-Za-z0-9_.~%&=+:,-]*)?";

/**
 * The text of nginx.conf for what stands between the collectors and the engine's socket, with which one can do anything on
 * the host. What is asked is held against the list as it came and goes on as it came, so that no other way of writing a path
 * (`//`, `..`, `%2f`) is another thing to the engine than it is here. Nothing but the path gets through: no header, so that
 * no connection is turned into another, and no body.
 */
export function engineReaderConfiguration(
    monitored: Pick<Monitored, "project" | "environment">,
    around: EngineReaderSurroundings = inContainer,
): string {
    const { listen, socket, folder, log } = around;
    const lines = [
        "# Made from the environment's description. What is written here by hand is lost.",
        "daemon off;",
        // The socket is root's, and without a capability root cannot become anybody else. One process is enough.
        "user root root;",
        "master_process off;",
        `pid ${folder}/nginx.pid;`,
        "error_log stderr warn;",
        ...block("events", [
            // Each container's log is a connection that stays, and another one to the engine. Files are limited to 1024.
            "worker_connections 1000;",
        ]),
        ...block("http", [
            "server_tokens off;",
            "default_type text/plain;",
            ...["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((of) => `${of}_temp_path ${folder}/${of};`),
            "client_max_body_size 1k;",
            "client_header_timeout 15s;",
            "large_client_header_buffers 2 8k;",
            ...block('map "$request_method $request_uri" $read', [
                'default "";',
                `"~^(GET|HEAD) ${version}(${readable.join("|")})${query}$" $request_uri;`,
                ...Object.entries(listed(monitored)).map(
                    ([path, own]) => `"~^GET (?<version>${version})${path}${query}$" $version${path}?${own};`,
                ),
            ]),
            ...block("map $read $refused", ["default 0;", '"" 1;']),
            `log_format refused escape=json '{"time":"$time_iso8601","refused":"$request_method $request_uri","address":"$remote_addr"}';`,
            `access_log ${log} refused if=$refused;`,
            ...block("upstream engine", [`server unix:${socket};`]),
            ...block("server", [
                `listen ${listen} default_server;`,
                "server_name _;",
                ...block("if ($refused)", ['return 403 "not read from here\\n";']),
                ...block("location /", [
                    "proxy_pass http://engine$read;",
                    "proxy_http_version 1.1;",
                    "proxy_pass_request_headers off;",
                    "proxy_pass_request_body off;",
                    "proxy_set_header Host engine;",
                    'proxy_set_header Content-Length "";',
                    // Logs are told as they come, and a service may say nothing for weeks.
                    "proxy_buffering off;",
                    "proxy_read_timeout 90d;",
                    "send_timeout 10m;",
                ]),
            ]),
        ]),
    ];
    return `${lines.join("\n")}\n`;
}
