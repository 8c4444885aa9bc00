import type * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../../environment/units";
import type { VaultSecret } from "./secret";

/** What is watched, who is told, and from when on. How much of it a platform looks at is decided by the tier. */
export interface WatchArgs {
    /** Addresses that get a mail. */
    readonly notify: readonly string[];
    /** Whether alerts are also published where an incident system can subscribe to them. */
    readonly incidents: boolean;
    readonly objectives: {
        /** 95 of 100 requests of the API are faster. */
        readonly latency: Seconds;
        /** Share of requests that may fail on the server, 0 to 1. */
        readonly errors: number;
        /** Share of requests that succeed over 28 days, 0 to 1. */
        readonly availability: number;
    };
    readonly services: readonly WatchedService[];
    /** Public host names. */
    readonly hosts: readonly WatchedHost[];
    readonly database?: WatchedDatabase | undefined;
    readonly redis: boolean;
    readonly jobs: boolean;
    /** Whether a load balancer stands before the services. */
    readonly balancer: boolean;
    /** Whether secrets are renewed on time. */
    readonly rotation: boolean;
    /** What sends the mails, on a platform that sends none of its own. */
    readonly mail?: MailArgs | undefined;
    /** Where the pictures are shown, on a platform that has no place of its own. Default: the host itself, port 3000. */
    readonly grafana?: { readonly address: string; readonly port: number } | undefined;
    /** What is watched, made before it is. */
    readonly watched: readonly pulumi.Resource[];
}
export interface MailArgs {
    /** `smtp.example.com:587` */
    readonly server: string;
    /** Address that the mails come from. */
    readonly from: string;
    /** Who signs in. */
    readonly user: string;
    readonly password: VaultSecret;
}
export interface WatchedService {
    readonly role: "api" | "gateway" | "web";
    /** Name that the platform knows the service by. */
    readonly serviceName: string;
    readonly instances: { readonly min: number; readonly max: number };
}
export interface WatchedHost {
    /** What it is for: part of names. */
    readonly called: string;
    readonly host: string;
    /** Default: 443. */
    readonly port?: number | undefined;
    /** Answers 2xx while the service can work. */
    readonly path: string;
}
export type WatchedDatabase =
    | {
          readonly engine: "postgresql";
          readonly maxConnections: number;
          readonly replicas: number;
          readonly backups: boolean;
      }
    | { readonly engine: "firestore" };
export interface Watch {
    /** What an incident system subscribes to: on Google Cloud the full name of a Pub/Sub topic. */
    readonly incidents: pulumi.Output<string> | undefined;
    /** Where the pictures are, on a platform that has no place of its own. */
    readonly grafana?: GrafanaAccess | undefined;
}
export interface GrafanaAccess {
    /** `http://127.0.0.1:3000` on the host. */
    readonly url: pulumi.Output<string>;
    readonly user: string;
    /** A secret. */
    readonly password: pulumi.Output<string>;
}
