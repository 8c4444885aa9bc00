import type { Rule } from "../../rule";
import { type EdgeEncryption, edgeEncryption } from "../../views";

/** https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/ and …/edge-certificates/additional-options/ */
const demanded: Readonly<
    Record<EdgeEncryption["setting"], { readonly values: ReadonlySet<string>; readonly else: string }>
> = {
    ssl: {
        values: new Set(["full", "strict", "origin_pull"]),
        else: "is fetched from its server without encryption that can be relied on",
    },
    always_use_https: { values: new Set(["on"]), else: "also answers in clear" },
    min_tls_version: { values: new Set(["1.2", "1.3"]), else: "takes visitors with a TLS version that is broken" },
};

export const edgeEncrypts: Rule = {
    name: "edge-encrypts",
    kind: "hygiene",
    forbids: "Cloudflare's edge may neither answer nor fetch anything without TLS of version 1.2 or newer.",
    why: "What travels in clear, to a visitor or to a server, can be read and changed on the way.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORB-2"],
    repair: "Set the mode to full or strict, `always_use_https` to on and `min_tls_version` to 1.2 or 1.3, and let no rule take that back.",
    platforms: ["cloudflare"],
    *check(scope) {
        for (const { resource, setting, value, where } of edgeEncryption(scope)) {
            const { values, else: instead } = demanded[setting];
            if (!values.has(value)) yield { urn: resource.urn, message: `${where} ${instead} (${setting}).` };
        }
    },
};
