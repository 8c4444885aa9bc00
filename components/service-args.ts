import type * as pulumi from "@pulumi/pulumi";
import type { Mebibytes, Seconds } from "../environment/units";
import type { Platform, SecretsAs, Variable } from "../platforms/platform";
import type { Secrets } from "./secrets";
import type { ObservabilityArgs } from "./variables/common";

/** What every service may be told, whatever it serves. */
export interface ServiceSettings {
    readonly platform: Platform;
    /** Name on the platform, at most 49 characters. Default: the component's usual name and the environment's. */
    readonly serviceName?: string | undefined;
    /** Best a reference with a digest, `registry/path:tag@sha256:…`. */
    readonly image: string;
    /** Names the revision: at most 20 lower-case letters, digits and dashes. */
    readonly release: string;
    /** An existing revision that takes the traffic instead of this release's: the rollback switch. */
    readonly servingRevision?: string | undefined;
    /** Replaces the image's entry point. */
    readonly command?: readonly string[] | undefined;
    /** Arguments of the entry point. */
    readonly args?: readonly string[] | undefined;
    /** Virtual CPUs of an instance. Default: 1. */
    readonly cpu?: 1 | 2 | 4 | 8 | undefined;
    /** Memory of an instance. Default: 512 MiB, the least that Cloud Run's second generation takes. */
    readonly memory?: Mebibytes | undefined;
    /** Default by tier: sandbox 0 to 1, pre-production 1 to 2, production 2 to 4. */
    readonly instances?: { readonly min: number; readonly max: number } | undefined;
    /** Requests or open connections that one instance takes at once, 1 to 1000. Default: 80. */
    readonly concurrency?: number | undefined;
    /** Longest time that a request may take; at most 3600 s on Cloud Run. */
    readonly timeout?: Seconds | undefined;
    /** Port that the container listens on. */
    readonly port?: number | undefined;
    /** Default: `/health` every 30 s, out after 2 failures. */
    readonly health?:
        | {
              readonly path?: string | undefined;
              readonly interval?: Seconds | undefined;
              readonly failures?: number | undefined;
          }
        | undefined;
    /** Whether callers need no identity of the platform. Default: true. */
    readonly public?: boolean | undefined;
    /**
     * How the platform is told that a service is public: by a grant to everybody, or, where an organisation forbids such
     * grants, by leaving out the check of the caller's identity. Default: `grant`.
     */
    readonly publicBy?: "grant" | "no-check" | undefined;
    /**
     * `balancer` closes the service but for a load balancer and for callers on the environment's own network. Default:
     * `internet`.
     */
    readonly reachedBy?: "internet" | "balancer" | undefined;
    /** What must have ended well before this release gets traffic: `ready` of a `Schema`. Default: nothing. */
    readonly after?: readonly pulumi.Resource[] | undefined;
    /** Default: log level `info`, no performance tracking. */
    readonly observability?: ObservabilityArgs | undefined;
    /** Further variables; they win over those that the component sets. Default: none. */
    readonly variables?: Readonly<Record<string, Variable>> | undefined;
    /** Variables whose values are secret: each goes into the vault, under the service's name. Default: none. */
    readonly sealed?: Readonly<Record<string, pulumi.Input<string>>> | undefined;
    /** Further secrets of the vault, by the variable that receives them. Default: none. */
    readonly secrets?: readonly string[] | undefined;
    /**
     * On a platform that has a choice: whether the application reads its secrets from files, which variables `NAME_FILE`
     * name, or from variables. Default: files.
     */
    readonly secretsAs?: SecretsAs | undefined;
    /** On a platform that has a choice: whether the application writes beside `/tmp`. Default: false. */
    readonly writable?: boolean | undefined;
    /** The environment's vault. Default: one of the component's own. */
    readonly vault?: Secrets | undefined;
}
