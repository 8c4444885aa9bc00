import type { FrontConfiguration, Route } from "./description";
import { block } from "./directives";
import { everythingElse, ownLocations, serviceLocations } from "./locations";
import { secured } from "./tls";

/** A host name, or nobody's in particular: the one that answers for every name that no other has. */
type Host = string | undefined;

/** Everything that nginx listens for. */
export function servers(front: FrontConfiguration): readonly string[] {
    const { http, https } = front.ports;
    return [
        ...(https === undefined ? [] : listening(front, https, true)),
        ...(http === undefined ? [] : listening(front, http, false)),
        ...(front.status === undefined ? [] : figures(front.status)),
    ];
}

function listening(front: FrontConfiguration, port: number, secure: boolean): readonly string[] {
    const services: Host[] = [undefined, ...hostsOf(front.routes)];
    return [
        ...services.flatMap((host) => server(front, { host, port, secure }, atHost(front, host, secure))),
        ...Object.entries(front.redirects).flatMap(([host, target]) =>
            // 308 keeps the method and the body, so that a POST stays one.
            server(front, { host, port, secure }, everythingElse(`return 308 ${address(front, target)}$request_uri;`)),
        ),
    ];
}

interface Listener {
    readonly host: Host;
    readonly port: number;
    readonly secure: boolean;
}

function server(front: FrontConfiguration, { host, port, secure }: Listener, locations: readonly string[]) {
    const first = host === undefined;
    // A peer that has gone without a word is noticed within two minutes, and not after the longest call.
    const socket = first ? " default_server so_keepalive=60s:15s:4" : "";
    return block("server", [
        `listen ${port}${secure ? " ssl" : ""}${socket};`,
        `server_name ${host ?? '""'};`,
        ...(secure && front.tls !== undefined ? secured(front.tls) : []),
        ...ownLocations(front, !secure),
        ...locations,
    ]);
}

/** What a host answers: its services, or in clear, where there is TLS, that one should come back over it. */
function atHost(front: FrontConfiguration, host: Host, secure: boolean): readonly string[] {
    const routes = routesAt(front.routes, host);
    if (routes.length === 0) return everythingElse(stranger(front, secure));
    if (front.tls !== undefined && !secure) return everythingElse(`return 301 ${address(front, "$host")}$request_uri;`);
    return serviceLocations(routes, portSuffix(front));
}

const stranger = (front: FrontConfiguration, secure: boolean): string => {
    if (front.elsewhere !== undefined) return `return 302 ${address(front, front.elsewhere)}$request_uri;`;
    return secure ? "return 421;" : "return 404;";
};

const hostsOf = (routes: readonly Route[]): readonly string[] => [
    ...new Set(routes.flatMap(({ host }) => (host === undefined ? [] : [host]))),
];

/** The host's own routes, and those of any host whose prefix it has not itself. */
function routesAt(routes: readonly Route[], host: Host): readonly Route[] {
    const own = routes.filter((route) => route.host === host);
    const general = routes.filter(
        (route) => host !== undefined && route.host === undefined && !own.some(({ prefix }) => prefix === route.prefix),
    );
    return [...own, ...general];
}

const address = (front: FrontConfiguration, host: string): string =>
    `${front.tls === undefined ? "$visitor_scheme" : "https"}://${host}${portSuffix(front)}`;

const portSuffix = ({ visitedPort, tls }: FrontConfiguration): string =>
    visitedPort === undefined || (tls !== undefined && visitedPort === 443) || (tls === undefined && visitedPort === 80)
        ? ""
        : `:${visitedPort}`;

/** https://nginx.org/en/docs/http/ngx_http_stub_status_module.html, for the networks inside a host alone. */
function figures(port: number): readonly string[] {
    const inside = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];
    return block("server", [
        `listen ${port};`,
        "access_log off;",
        ...inside.map((range) => `allow ${range};`),
        "deny all;",
        ...block("location = /stub_status", ["stub_status;"]),
        ...everythingElse("return 404;"),
    ]);
}
