import type { Value } from "../../../../policy/facts";
import { httpsOnlyEntry } from "../../../../policy/rules/hygiene/https-only-entry";
import { casesOf, failsOn, passesOn } from "../../cases";
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
/** nginx that gets its configuration from a container that never runs. */
const nginx = (configuration: string, port: Inputs): Stack => ({
    more: (main) => {
        const container = "docker:index/container:Container";
        const files = resource(main, container, "files", {
            start: false,
            uploads: [{ file: "/configuration/nginx.conf", content: configuration }],
        });
        const volumes = [{ fromContainer: output(files, "name") }];
        const ports = [{ internal: 8080, external: 80, ...port }];
        return [files, resource(main, container, "nginx", { image: "nginx", volumes, ports })];
    },
});
const redirecting = `server {
    listen 8443 ssl; # not "server { listen 8080; proxy_pass x; }"
    location ~ "^/a{2}/" { proxy_pass http://api; }
}
server {
    listen 8080 default_server;
    location / { return 301 https://$host$request_uri; }
}`;
const handingOn = "http { server { listen [::]:8080; location / { proxy_pass http://web; } } }";
const everywhere = { ip: "0.0.0.0" };
const inClear = /serves requests that come without encryption/;

export default casesOf(
    httpsOnlyEntry,
    stackOn({ environment: production(), runs: false }),
    {},
    {
        ...passesOn("gcp", {
            "one redirect for all": routed({ defaultUrlRedirect: toHttps }),
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
        }),
        ...passesOn("docker", {
            "nginx that leads to TLS": nginx(redirecting, everywhere),
            "nginx behind a tunnel": nginx(handingOn, { ip: "127.0.0.1" }),
            "nginx on an address of its own network": nginx(handingOn, { ip: "192.168.120.12" }),
            "another port": nginx(handingOn, { ...everywhere, internal: 8443 }),
        }),
    },
    {
        ...failsOn("docker", {
            "nginx on every address": [nginx(handingOn, everywhere), /On port 80 it serves requests/],
            "nginx by the provider's default": [nginx(handingOn, {}), inClear],
            "nginx on an address of the internet": [nginx(handingOn, { ip: "203.0.113.7" }), inClear],
            "nginx that leads only some to TLS": [nginx(redirecting + handingOn, everywhere), inClear],
        }),
        ...failsOn("gcp", {
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
                        {
                            name: "web",
                            defaultUrlRedirect: toHttps,
                            pathRules: [{ paths: ["/health"], service: "web" }],
                        },
                    ],
                }),
                inClear,
            ],
        }),
    },
);
