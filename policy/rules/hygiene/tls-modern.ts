import type { ResourceFacts, Value } from "../../facts";
import type { Rule } from "../../rule";
import { isFromInternet, isUnknown, judged, meant } from "../../views";

export const tlsModern: Rule = {
    name: "tls-modern",
    kind: "hygiene",
    forbids: "A load balancer must not speak a version of TLS before 1.2 with the internet.",
    why: "TLS 1.0 and 1.1 are broken and withdrawn (RFC 8996), and they are what a balancer takes unless it is told not to.",
    level: "mandatory",
    severity: "medium",
    requirements: ["ORB-2"],
    repair: "Give the proxy an `sslPolicy` whose `minTlsVersion` is TLS_1_2 or TLS_1_3.",
    platforms: ["gcp"],
    *check(scope) {
        for (const proxy of judged(scope)) {
            if (proxy.external || !proxies.has(proxy.type) || !isFromInternet(scope, proxy)) continue;
            const { sslPolicy } = proxy.inputs;
            if (sslPolicy === undefined || sslPolicy === null || sslPolicy === "")
                yield { urn: proxy.urn, message: "It takes TLS 1.0: it has no TLS policy." };
            else if (meant(scope, sslPolicy, ...policies).some(takesOldTls))
                yield { urn: proxy.urn, message: "Its TLS policy takes versions before TLS 1.2." };
        }
    },
};

const proxies = new Set([
    "gcp:compute/targetHttpsProxy:TargetHttpsProxy",
    "gcp:compute/regionTargetHttpsProxy:RegionTargetHttpsProxy",
    "gcp:compute/targetSSLProxy:TargetSSLProxy",
]);
const policies = ["gcp:compute/sSLPolicy:SSLPolicy", "gcp:compute/regionSslPolicy:RegionSslPolicy"];
const current: ReadonlySet<Value | undefined> = new Set(["TLS_1_2", "TLS_1_3"]);

const takesOldTls = ({ external, inputs: { minTlsVersion } }: ResourceFacts): boolean =>
    !external && !isUnknown(minTlsVersion) && !current.has(minTlsVersion);
