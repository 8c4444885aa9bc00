import type { Mebibytes, Seconds } from "../../../environment/units";

/** What nginx does for the environment: the one container that visitors reach. */
export interface FrontConfiguration {
    /** Left out: no TLS here, because a tunnel or another proxy ends it. */
    readonly tls?: Tls | undefined;
    /** Where nginx listens inside the container, from 1024 on since it is not root. */
    readonly ports: { readonly http?: number | undefined; readonly https?: number | undefined };
    /** Port that visitors see, where it is not the scheme's own: 8443 of a laptop. */
    readonly visitedPort?: number | undefined;
    readonly routes: readonly Route[];
    /** Host names that lead to another: host to host. */
    readonly redirects: Readonly<Record<string, string>>;
    /** Where a request for an unknown host is led. Left out: 421 over TLS, 404 in clear. */
    readonly elsewhere?: string | undefined;
    /** Address ranges of proxies that are believed about their visitors (`X-Forwarded-For` and its like). Default: none. */
    readonly trustedProxies?: readonly string[] | undefined;
    /** Folder of the files that prove ownership to an ACME authority, as `.well-known/acme-challenge` below it. */
    readonly acmeChallenge?: string | undefined;
    /** Port of the figures for an exporter (`/stub_status`). Not to be published. */
    readonly status?: number | undefined;
}

export interface Tls {
    /** The certificate with its chain, and its key: files of the container. */
    readonly certificate: string;
    readonly key: string;
    /** How long browsers are told never to come in clear. Left out: they are not told. */
    readonly strictTransport?: Seconds | undefined;
}

export interface Route {
    /** Left out: any host. */
    readonly host?: string | undefined;
    /** `/api/`: what the service does not see of the path. `/`: it sees all of it. */
    readonly prefix: string;
    readonly upstream: { readonly alias: string; readonly port: number };
    readonly webSocket: boolean;
    /** Longest request or call. */
    readonly timeout: Seconds;
    /** Default: 1 MiB. */
    readonly maxBody?: Mebibytes | undefined;
    /** Whether a visitor comes back to the instance it had, which is worth asking for only where state is in its memory. */
    readonly sticky?: boolean | undefined;
}

/** Answers with 200 as long as nginx runs, whatever becomes of the services. */
export const healthPath = "/nginx-health";
