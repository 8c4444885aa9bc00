import { isIP } from "node:net";
import { type FrontConfiguration, healthPath, type Route } from "./description";

/**
 * nginx's configuration has no way to quote every character (a `$` is a variable wherever it stands), so that nothing is
 * quoted: what comes from outside is of characters that mean nothing there, or it is refused.
 */
export function checked(front: FrontConfiguration): void {
    const { tls, ports, visitedPort, routes, redirects, elsewhere, trustedProxies = [], acmeChallenge, status } = front;
    const listening = [ports.http, ports.https, status].filter((port) => port !== undefined);
    for (const port of listening)
        demand(isWhole(port, 1024, 65535), `port ${port}`, "a whole number from 1024 to 65535");
    demand(
        new Set(listening).size === listening.length,
        "ports",
        "a port of its own for each of http, https and status",
    );
    demand(ports.http !== undefined || ports.https !== undefined, "ports", "at least one of http and https");
    demand((tls === undefined) === (ports.https === undefined), "tls", "both tls and ports.https, or neither");
    if (tls !== undefined) {
        for (const file of [tls.certificate, tls.key]) demand(isPath(file), `file ${told(file)}`, pathRepair);
        if (tls.strictTransport !== undefined)
            demand(isWhole(Math.ceil(tls.strictTransport), 0, 1e9), "tls.strictTransport", "a length of time");
    }
    if (visitedPort !== undefined) demand(isWhole(visitedPort, 1, 65535), "visitedPort", "a whole number to 65535");
    if (acmeChallenge !== undefined) {
        demand(isPath(acmeChallenge), `folder ${told(acmeChallenge)}`, pathRepair);
        demand(ports.http !== undefined, "acmeChallenge", "ports.http too: the authority asks in clear");
    }
    for (const range of trustedProxies)
        demand(isRange(range), `range ${told(range)}`, "an address or CIDR: 10.0.0.0/8");
    for (const route of routes) checkRoute(route);
    checkHosts(routes, redirects, elsewhere);
}

function checkRoute({ host, prefix, upstream, timeout, maxBody }: Route): void {
    const at = `route ${told(`${host ?? ""}${prefix}`)}`;
    if (host !== undefined) demand(isHost(host), `host ${told(host)}`, hostRepair);
    demand(isPrefix(prefix), at, 'a prefix like "/" or "/api/", of letters, digits and . _ ~ -');
    demand(prefix.slice(0, -1) !== healthPath, at, `another prefix: ${healthPath} is the front's own`);
    demand(!prefix.startsWith("/.well-known/acme-challenge/"), at, "another prefix: this one is the authority's");
    demand(
        isAlias(upstream.alias),
        `${at}: alias ${told(upstream.alias)}`,
        "a name of lower-case letters, digits and -",
    );
    demand(isWhole(upstream.port, 1, 65535), `${at}: port ${upstream.port}`, "a whole number from 1 to 65535");
    demand(timeout > 0 && timeout <= week, `${at}: timeout ${timeout}`, "a length of time up to 7 days");
    if (maxBody !== undefined) demand(isWhole(maxBody, 1, 1e6), `${at}: maxBody ${maxBody}`, "at least 1Mi");
}

const week = 604_800;

function checkHosts(
    routes: readonly Route[],
    redirects: FrontConfiguration["redirects"],
    elsewhere: string | undefined,
): void {
    const served = new Set(routes.map(({ host }) => host));
    const places = routes.map(({ host, prefix }) => `${host ?? "any host"} ${prefix}`);
    for (const [index, place] of places.entries())
        demand(places.indexOf(place) === index, `route ${told(place)}`, "each prefix of a host once");
    for (const [host, target] of Object.entries(redirects)) {
        demand(isHost(host), `redirect from ${told(host)}`, hostRepair);
        demand(isHost(target), `redirect to ${told(target)}`, hostRepair);
        demand(!served.has(host), `redirect from ${told(host)}`, "another host: this one has routes");
        demand(!Object.hasOwn(redirects, target), `redirect to ${told(target)}`, "a host that does not lead on itself");
    }
    if (elsewhere === undefined) return;
    demand(isHost(elsewhere), `elsewhere ${told(elsewhere)}`, hostRepair);
    demand(!served.has(undefined), "elsewhere", "no elsewhere, or a host at each route: no host is unknown");
    demand(
        served.has(elsewhere) || Object.hasOwn(redirects, elsewhere),
        `elsewhere ${told(elsewhere)}`,
        "a host that has routes: any other leads back to here for ever, if it is this machine's",
    );
}

const hostRepair = "a host name in lower case: api.example.com";
const pathRepair = "an absolute path of letters, digits and . _ -";

const label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
const hostPattern = new RegExp(`^(?=.{1,253}$)${label}(\\.${label})*$`);
const aliasPattern = new RegExp(`^${label}$`);

const isHost = (text: string): boolean => hostPattern.test(text);
const isAlias = (text: string): boolean => aliasPattern.test(text);
const isPrefix = (text: string): boolean => /^\/([A-Za-z0-9._~-]+\/)*$/.test(text) && !climbs(text);
const isPath = (text: string): boolean => /^(\/[A-Za-z0-9._-]+)+$/.test(text) && !climbs(text);
const climbs = (path: string): boolean => path.split("/").some((part) => part === "." || part === "..");
const isWhole = (value: number, least: number, most: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;

function isRange(text: string): boolean {
    const [, address = "", bits] = /^([0-9a-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
    const family = isIP(address);
    return family !== 0 && (bits === undefined || Number(bits) <= (family === 4 ? 32 : 128));
}

const told = (text: string): string => JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);

function demand(fine: boolean, what: string, repair: string): void {
    if (!fine) throw new RangeError(`The front cannot take ${what}: write ${repair}`);
}
