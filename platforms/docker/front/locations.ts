import { type FrontConfiguration, healthPath, type Route } from "./description";
import { block, time } from "./directives";
import { told } from "./forwarding";
import { destination } from "./sticky";

/** The front's own paths, at every host. */
export function ownLocations({ acmeChallenge }: FrontConfiguration, clear: boolean): readonly string[] {
    return [
        ...block(`location = ${healthPath}`, ["access_log off;", "default_type text/plain;", 'return 200 "ok\\n";']),
        // The authority asks in clear: https://letsencrypt.org/docs/challenge-types/#http-01-challenge
        ...(acmeChallenge !== undefined && clear
            ? block("location ^~ /.well-known/acme-challenge/", [
                  `root ${acmeChallenge};`,
                  "default_type text/plain;",
                  "try_files $uri =404;",
              ])
            : []),
    ];
}

export const everythingElse = (answer: string): readonly string[] => block("location /", [answer]);

/** The services of one host. A path that is nobody's is not found. */
export function serviceLocations(routes: readonly Route[], portSuffix: string): readonly string[] {
    return [
        ...routes.flatMap((route) => [...withoutSlash(route, portSuffix), ...service(route, portSuffix)]),
        ...(routes.some(({ prefix }) => prefix === "/") ? [] : everythingElse("return 404;")),
    ];
}

/**
 * `/api` is led to `/api/`; 308 keeps the method and the body. `/voice` gets its service at once, because no browser lets a
 * WebSocket be led on: https://websockets.spec.whatwg.org/#concept-websocket-establish
 */
function withoutSlash(route: Route, portSuffix: string): readonly string[] {
    if (route.prefix === "/") return [];
    const path = `= ${route.prefix.slice(0, -1)}`;
    return route.webSocket
        ? block(`location ${path}`, proxied(route, ["rewrite ^ / break;"], portSuffix))
        : block(`location ${path}`, [`return 308 ${route.prefix}$is_args$args;`]);
}

const service = (route: Route, portSuffix: string): readonly string[] =>
    block(`location ${route.prefix}`, proxied(route, stripped(route.prefix), portSuffix));

/**
 * The alias stands in a variable, so that it is resolved for each request and not once at the start: nginx starts before
 * its services, and finds those that replace them. A group of servers that resolves would do so too, but has no address
 * yet in the moment after a start, and needs a newer nginx than distributions have.
 */
function proxied(route: Route, path: readonly string[], portSuffix: string): readonly string[] {
    const { upstream, webSocket, timeout, maxBody, sticky } = route;
    return [
        `set $service ${upstream.alias};`,
        ...(sticky === true ? [] : [`set $upstream ${upstream.alias}:${upstream.port};`]),
        ...path,
        `proxy_pass http://${destination(route)};`,
        ...told(route, portSuffix),
        `proxy_read_timeout ${time(timeout)};`,
        `proxy_send_timeout ${time(timeout)};`,
        ...(maxBody === undefined ? [] : [`client_max_body_size ${maxBody}m;`]),
        ...(webSocket ? ["proxy_buffering off;"] : []),
    ];
}

/**
 * `proxy_pass` does not strip a prefix where it has a variable. The dot takes line ends too (`%0A`), or such a path would
 * keep its prefix. And what the service calls `/login` is `/api/login` to the visitor whom it sends there.
 */
const stripped = (prefix: string): readonly string[] =>
    prefix === "/"
        ? []
        : [
              `rewrite "(?s)^${prefix.replaceAll(".", "\\.")}(.*)$" /$1 break;`,
              `proxy_redirect "~^/(?!/)(.*)$" ${prefix}$1;`,
          ];
