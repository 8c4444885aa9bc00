import type { Value } from "../../../../policy/facts";
import { tlsModern } from "../../../../policy/rules/hygiene/tls-modern";
import { casesOf } from "../../cases";
import { production } from "../../environments";
import { output, resource, unknown } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

/** A proxy under a policy with this oldest version. */
const oldest = (minTlsVersion: Value | undefined): Stack => ({
    more: (main) => {
        const policy = resource(main, "gcp:compute/sSLPolicy:SSLPolicy", "tls", {
            name: "tls",
            ...(minTlsVersion === undefined ? {} : { minTlsVersion }),
        });
        return [
            policy,
            resource(main, "gcp:compute/targetHttpsProxy:TargetHttpsProxy", "https", { sslPolicy: output(policy) }),
        ];
    },
});
const proxy = (type: string, inputs: Readonly<Record<string, Value>>): Stack => ({
    more: (main) => [resource(main, type, "https", inputs)],
});

export default casesOf(
    tlsModern,
    stackOn({ environment: production(), runs: false }),
    oldest("TLS_1_2"),
    {
        "TLS 1.3 alone": oldest("TLS_1_3"),
        "a version that is not known yet": oldest(unknown),
        "a policy that is not known yet": proxy("gcp:compute/targetHttpsProxy:TargetHttpsProxy", {
            sslPolicy: unknown,
        }),
        "a policy of another place": proxy("gcp:compute/targetHttpsProxy:TargetHttpsProxy", { sslPolicy: "company" }),
    },
    {
        "no policy": [proxy("gcp:compute/targetHttpsProxy:TargetHttpsProxy", {}), /it has no TLS policy/],
        "no policy on a proxy that is no HTTP proxy": [
            proxy("gcp:compute/targetSSLProxy:TargetSSLProxy", {}),
            /it has no TLS policy/,
        ],
        "a policy that says nothing": [oldest(undefined), /versions before TLS 1.2/],
        "TLS 1.1": [oldest("TLS_1_1"), /versions before TLS 1.2/],
    },
);
