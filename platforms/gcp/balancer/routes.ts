import * as compute from "@pulumi/gcp/compute";
import { kebab, shorten } from "../../names";
import type { BalancerArgs, Route } from "../../platform";
import { longest } from "../limits";
import { type Parts, partName } from "./part";

/**
 * Which service answers for which host name. A host name that is nobody's gets no service: the balancer itself leads its
 * visitor to the front end.
 */
export function routesByHost(
    parts: Parts,
    { services, redirects, elsewhere }: BalancerArgs,
    backends: Readonly<Record<string, compute.BackendService>>,
): compute.URLMap {
    const served = Object.entries(services).map(([key, route]) => ({
        host: hostOf(route),
        matcher: { name: key, defaultService: backends[key]?.id },
    }));
    const led = Object.entries(redirects).map(([host, target]) => ({
        host,
        matcher: {
            name: shorten(`from-${kebab(host)}`, longest.compute),
            // 308 keeps the method and the body, so that a POST stays one.
            defaultUrlRedirect: redirect("PERMANENT_REDIRECT", target),
        },
    }));
    const all = [...served, ...led];
    return new compute.URLMap(
        `${parts.name}-routes`,
        {
            project: parts.foundation.project,
            name: partName(parts, "routes"),
            hostRules: all.map(({ host, matcher }) => ({ hosts: [host], pathMatcher: matcher.name })),
            pathMatchers: all.map(({ matcher }) => matcher),
            defaultUrlRedirect: redirect("FOUND", elsewhere ?? Object.values(services).map(hostOf)[0]),
        },
        { parent: parts.parent },
    );
}

/** Each service has a host name of its own here: its certificate is for that. */
export function hostOf({ host, prefix }: Route): string {
    if (host === undefined || prefix !== undefined)
        throw new RangeError("a service behind this balancer has a host name");
    return host;
}

/** Whatever comes in clear is told to come back over TLS. */
export function toHttps(parts: Parts): compute.URLMap {
    const { foundation, name, parent } = parts;
    return new compute.URLMap(
        `${name}-to-https`,
        {
            project: foundation.project,
            name: partName(parts, "to-https"),
            defaultUrlRedirect: redirect("PERMANENT_REDIRECT"),
        },
        { parent, dependsOn: [foundation.apis.enable("compute")] },
    );
}

const redirect = (redirectResponseCode: "FOUND" | "PERMANENT_REDIRECT", hostRedirect?: string) => ({
    hostRedirect,
    httpsRedirect: true,
    redirectResponseCode,
    stripQuery: false,
});
