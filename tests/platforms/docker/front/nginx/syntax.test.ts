import { strict as assert } from "node:assert";
import type { FrontConfiguration } from "../../../../../platforms/docker/front/configuration";
import { at, hour, inClear, onPremises, overTls } from "../fronts";
import { complaint, resolvesGroups } from "../nginx";
import { describeFront, host } from "./stand";

describeFront("nginx -t", (stand) => {
    const variants: Record<string, FrontConfiguration> = {
        "in clear": inClear,
        "over TLS": { ...overTls, tls: stand.tls },
        "over TLS alone": { ...overTls, tls: stand.tls, ports: { https: 8443 } },
        "behind a proxy, with everything": {
            ...overTls,
            tls: { ...stand.tls, strictTransport: hour },
            visitedPort: 9443,
            elsewhere: host,
            trustedProxies: ["10.0.0.0/8", "2400:cb00::/32"],
            acmeChallenge: "/challenges",
            status: 9101,
        },
        "without a route": { ...inClear, routes: [] },
        "with a long host name": { ...inClear, routes: at(`${"long-label.".repeat(22)}example.com`, onPremises()) },
        ...(resolvesGroups
            ? { sticky: { ...inClear, routes: onPremises().map((route) => ({ ...route, sticky: true })) } }
            : {}),
    };
    for (const [title, variant] of Object.entries(variants))
        it(`takes a front ${title} without a word`, () => assert.equal(complaint(variant), ""));
});
