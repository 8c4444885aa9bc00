import { stringify } from "yaml";

/** The one way of asking, by its name. */
export const answersWell = "answers_well";

/**
 * The blackbox exporter's configuration: a page is there when it answers with 2xx within ten seconds, over a certificate
 * that a browser would take. A redirect is followed. https://github.com/prometheus/blackbox_exporter/blob/v0.28.0/CONFIGURATION.md
 */
export function probeConfiguration(): string {
    return stringify({
        modules: {
            [answersWell]: {
                prober: "http",
                timeout: "10s",
                http: {
                    method: "GET",
                    headers: { "User-Agent": "ringfence-probe" },
                    preferred_ip_protocol: "ip4",
                    ip_protocol_fallback: true,
                    follow_redirects: true,
                    enable_http2: true,
                },
            },
        },
    });
}
