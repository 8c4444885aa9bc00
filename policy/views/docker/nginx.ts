import type { Scope } from "../../rule";
import { pieces } from "../pieces";
import { isOpenAddress } from "./address";
import type { Container } from "./container";
import { filesOf } from "./delivered";

/** Ports of the host, open to the internet, on which an nginx of the stack hands requests on without encryption. */
export function portsInClear(scope: Pick<Scope, "resources">, container: Container): readonly string[] {
    const open = container.ports.filter(({ address }) => isOpenAddress(address));
    if (open.length === 0) return [];
    const clear = new Set(filesOf(scope, container.resource).flatMap(({ value }) => clearPorts(pieces(value).text)));
    return open.filter(({ internal }) => clear.has(internal)).map(({ port }) => port);
}

const handsOn = /\b(?:proxy|grpc|fastcgi|uwsgi|scgi)_pass\b/;
/** `listen 80;`, `listen 10.0.0.1:80 default_server;`, `listen [::]:443 ssl;` */
const listen = /\blisten\s+(?:\S+:)?(\d+)([^;]*);/g;

/** Ports on which a configuration of nginx hands requests on without TLS: https://nginx.org/en/docs/http/ngx_http_core_module.html#listen */
function clearPorts(configuration: string): readonly string[] {
    if (!configuration.includes("listen")) return [];
    return serversIn(configuration)
        .filter((server) => handsOn.test(server))
        .flatMap((server) =>
            [...server.matchAll(listen)].flatMap(([, port = "", options = ""]) =>
                /\b(ssl|quic)\b/.test(options) ? [] : [port],
            ),
        );
}

/** What stands between the braces of each `server`; comments and quoted texts may hold braces of their own. */
function serversIn(configuration: string): readonly string[] {
    const text = configuration.replace(/#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, " ");
    return [...text.matchAll(/\bserver\s*\{/g)].map(({ index, 0: opening }) => {
        const begin = index + opening.length;
        let depth = 1;
        let end = begin;
        for (; end < text.length && depth > 0; end++) {
            if (text[end] === "{") depth++;
            else if (text[end] === "}") depth--;
        }
        return text.slice(begin, end);
    });
}
