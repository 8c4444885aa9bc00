import type { Mebibytes, Seconds } from "../../../../environment/units";
import type { FrontConfiguration, Route } from "../../../../platforms/docker/front/configuration";

export const hour = 3600 as Seconds;

const route = (prefix: string, alias: string, port: number, more: Partial<Route> = {}): Route => ({
    prefix,
    upstream: { alias, port },
    webSocket: false,
    timeout: 60 as Seconds,
    ...more,
});

/** ORB-14's: one host name, three services. */
export const onPremises = (port = 3000): readonly Route[] => [
    route("/api/", "api", port, { maxBody: 2 as Mebibytes }),
    route("/voice/", "gateway", port, { webSocket: true, timeout: hour }),
    route("/", "web", port),
];

export const at = (host: string, routes: readonly Route[]): readonly Route[] =>
    routes.map((each) => ({ ...each, host }));

export const inClear: FrontConfiguration = { ports: { http: 8080 }, routes: onPremises(), redirects: {} };

export const overTls: FrontConfiguration = {
    tls: { certificate: "/tmp/tls/certificate.pem", key: "/tmp/tls/key.pem" },
    ports: { http: 8080, https: 8443 },
    routes: at("voice.example.com", onPremises()),
    redirects: { "example.com": "voice.example.com" },
};
