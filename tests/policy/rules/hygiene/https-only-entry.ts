import type { Value } from "../../../../policy/facts";
import { httpsOnlyEntry } from "../../../../policy/rules/hygiene/https-only-entry";
import { casesOf } from "../../cases";
import { production } from "../../environments";
import { type Inputs, output, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const toHttps: Value = { httpsRedirect: true, stripQuery: false };
/** A proxy of unencrypted requests with these routes. */
const routed = (routes: Inputs, scheme?: string): Stack => ({
    more: (main) => {
        const map = resource(main, "gcp:compute/uRLMap:URLMap", "routes", { name: "routes", ...routes });
        const proxy = resource(main, "gcp:compute/targetHttpProxy:TargetHttpProxy", "http", {
            name: "http",
            urlMap: output(map),
        });
        const rule = resource(main, "gcp:compute/globalForwardingRule:GlobalForwardingRule", "port-80", {
            target: output(proxy),
            loadBalancingScheme: scheme ?? "EXTERNAL_MANAGED",
        });
        return [map, proxy, rule];
    },
});
const inClear = /serves requests that come without encryption/;

export default casesOf(
    httpsOnlyEntry,
    stackOn({ environment: production(), runs: false }),
    routed({ defaultUrlRedirect: toHttps }),
    {
        "another redirect for one host": routed({
            defaultUrlRedirect: toHttps,
            pathMatchers: [
                { name: "web", defaultUrlRedirect: { hostRedirect: "www.example.com", httpsRedirect: true } },
            ],
        }),
        "routes that are not known yet": routed({ defaultUrlRedirect: unknown }),
        "an internal balancer": routed({ defaultService: "web" }, "INTERNAL_MANAGED"),
        "a map of another place": {
            more: (main) => [
                resource(main, "gcp:compute/targetHttpProxy:TargetHttpProxy", "http", { urlMap: "somewhere" }),
            ],
        },
    },
    {
        "a service": [routed({ defaultService: "web" }), inClear],
        "a redirect that stays in clear": [
            routed({ defaultUrlRedirect: { hostRedirect: "www.example.com", stripQuery: false } }),
            inClear,
        ],
        "a service for one host": [
            routed({ defaultUrlRedirect: toHttps, pathMatchers: [{ name: "web", defaultService: "web" }] }),
            inClear,
        ],
        "a service for one path": [
            routed({
                defaultUrlRedirect: toHttps,
                pathMatchers: [
                    { name: "web", defaultUrlRedirect: toHttps, pathRules: [{ paths: ["/health"], service: "web" }] },
                ],
            }),
            inClear,
        ],
    },
);
