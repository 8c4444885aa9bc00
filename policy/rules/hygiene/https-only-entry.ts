import type { ResourceFacts, Value } from "../../facts";
import type { Finding, Rule, Scope } from "../../rule";
import { asDockerContainer, field, isFromInternet, isUnknown, items, judged, meant } from "../../views";
import { portsInClear } from "../../views/docker/nginx";

export const httpsOnlyEntry: Rule = {
    name: "https-only-entry",
    kind: "hygiene",
    forbids:
        "Nothing at the edge may answer an unencrypted request from the internet with anything but the way to HTTPS.",
    why: "Whatever is served in clear can be read and changed on the way, cookies and keys included.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORB-2"],
    repair: "Give the HTTP proxy a URL map of its own that only redirects (`defaultUrlRedirect.httpsRedirect: true`), or remove it; of a container, end TLS in it (`front.tls`), or bind its port to an address that the internet does not reach.",
    platforms: ["gcp", "docker"],
    *check(scope) {
        yield* containersInClear(scope);
        for (const proxy of judged(scope)) {
            if (proxy.external || !proxies.has(proxy.type) || !isFromInternet(scope, proxy)) continue;
            if (meant(scope, proxy.inputs.urlMap, ...maps).some(servesInClear))
                yield { urn: proxy.urn, message: "It serves requests that come without encryption." };
        }
    },
};

/** nginx before a Docker host's services; behind a tunnel or a proxy it listens where only that reaches it. */
function* containersInClear(scope: Scope): Generator<Finding> {
    for (const resource of judged(scope)) {
        const container = resource.external ? undefined : asDockerContainer(resource);
        if (container?.started !== true) continue;
        for (const port of portsInClear(scope, container))
            yield { urn: resource.urn, message: `On port ${port} it serves requests that come without encryption.` };
    }
}

const proxies = new Set([
    "gcp:compute/targetHttpProxy:TargetHttpProxy",
    "gcp:compute/regionTargetHttpProxy:RegionTargetHttpProxy",
]);
const maps = ["gcp:compute/uRLMap:URLMap", "gcp:compute/regionUrlMap:RegionUrlMap"];

/** Whether any request, whatever its host and path, ends elsewhere than at a redirect to HTTPS. */
function servesInClear({ inputs }: ResourceFacts): boolean {
    const matchers = items(inputs.pathMatchers);
    const rules = matchers.flatMap((matcher) => [
        ...items(field(matcher, "pathRules")),
        ...items(field(matcher, "routeRules")),
    ]);
    return (
        [inputs as Value, ...matchers].some((end) => !leadsToHttps(end, "defaultUrlRedirect")) ||
        rules.some((end) => !leadsToHttps(end, "urlRedirect"))
    );
}

function leadsToHttps(end: Value, key: string): boolean {
    const redirect = field(end, key, "httpsRedirect");
    return isUnknown(end) || isUnknown(redirect) || redirect === true;
}
