import type { Tls } from "./description";

/**
 * Mozilla's "intermediate": every client of the last ten years, with forward secrecy.
 * https://wiki.mozilla.org/Security/Server_Side_TLS
 */
const ciphers = [
    "ECDHE-ECDSA-AES128-GCM-SHA256",
    "ECDHE-RSA-AES128-GCM-SHA256",
    "ECDHE-ECDSA-AES256-GCM-SHA384",
    "ECDHE-RSA-AES256-GCM-SHA384",
    "ECDHE-ECDSA-CHACHA20-POLY1305",
    "ECDHE-RSA-CHACHA20-POLY1305",
];

/** What all servers with TLS have in common. */
export const tlsOf = ({ certificate, key }: Tls): readonly string[] => [
    `ssl_certificate ${certificate};`,
    `ssl_certificate_key ${key};`,
    "ssl_protocols TLSv1.2 TLSv1.3;",
    `ssl_ciphers ${ciphers.join(":")};`,
    "ssl_prefer_server_ciphers off;",
    "ssl_ecdh_curve X25519:prime256v1:secp384r1;",
    "ssl_session_cache shared:tls:10m;",
    "ssl_session_timeout 1d;",
    "ssl_session_tickets off;",
];

/** HTTP/2 by the directive of nginx 1.25.1, which made `listen … http2` obsolete: https://nginx.org/r/http2 */
export const secured = ({ strictTransport }: Tls): readonly string[] => [
    "http2 on;",
    ...(strictTransport === undefined
        ? []
        : [`add_header Strict-Transport-Security "max-age=${Math.ceil(strictTransport)}" always;`]),
];
