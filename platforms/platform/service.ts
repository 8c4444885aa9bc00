import type * as pulumi from "@pulumi/pulumi";
import type { Mebibytes, Seconds } from "../../environment/units";
import type { DataStore } from "./data-store";
import type { Identity } from "./identity";
import type { VaultSecret } from "./secret";

/** `files`: a secret is in a file, which the variable `NAME_FILE` names; `variables`: it is the variable's value. */
export type SecretsAs = "files" | "variables";

/** One environment variable: in clear, or by reference to the vault. */
export type Variable = pulumi.Input<string> | VaultSecret;

export interface ServiceArgs {
    /** Name that the platform knows the service by; at most 49 characters on Cloud Run. */
    readonly serviceName: string;
    /** Best a reference with a digest. */
    readonly image: string;
    /** Names the revision. */
    readonly release: string;
    /** An existing revision that takes all traffic instead of this release's. */
    readonly servingRevision?: string | undefined;
    readonly command?: readonly string[] | undefined;
    readonly args?: readonly string[] | undefined;
    readonly port: number;
    readonly cpu: number;
    readonly memory: Mebibytes;
    readonly instances: { readonly min: number; readonly max: number };
    /** Requests or open connections of one instance. */
    readonly concurrency: number;
    /** `connections`: open WebSockets decide, not CPU, and CPU is never taken away between requests. */
    readonly scaleOn: { readonly metric: "requests" } | { readonly metric: "connections"; readonly target: number };
    readonly timeout: Seconds;
    readonly health: { readonly path: string; readonly interval: Seconds; readonly failures: number };
    /** Whether a client should come back to the instance that it had. */
    readonly sticky: boolean;
    /** Whether callers need no identity of the platform. */
    readonly public: boolean;
    /** How a public service is opened: by a grant to everybody, or by leaving out the check of the caller's identity. */
    readonly publicBy: "grant" | "no-check";
    /** `balancer`: closed but for the balancer and for callers on the environment's own network. */
    readonly reachedBy: "internet" | "balancer";
    readonly variables: Readonly<Record<string, Variable>>;
    /** Whether the application finds its secrets in files or in variables, where the platform has a choice. */
    readonly secretsAs: SecretsAs;
    /** How long a leaving instance may take for what it has begun, where the platform has a choice. */
    readonly drain: Seconds;
    /** Whether the application writes beside `/tmp`, where the platform has a choice. */
    readonly writable: boolean;
    /** Data stores that the service talks to; it gets exactly these permissions. */
    readonly uses: readonly DataStore[];
    /** Whether the service must reach private addresses. */
    readonly privateNetwork: boolean;
    /** What must have ended well before the release gets traffic: the migration of the schema. */
    readonly after?: readonly pulumi.Resource[] | undefined;
}
export interface Service {
    /** Name that the platform knows it by, as it was asked for. */
    readonly serviceName: string;
    /** The same, as an output of the service. */
    readonly name: pulumi.Output<string>;
    /** Address that the platform gives it, `https://…`. */
    readonly url: pulumi.Output<string>;
    /** Port that callers use there, whatever the container's. */
    readonly port: number;
    readonly protocol: "http" | "https";
    /** Whether a caller must come over the environment's private network. */
    readonly reachedPrivately: boolean;
    /** Name of the revision that this release made. */
    readonly revision: pulumi.Output<string>;
    readonly identity: Identity;
    readonly resource: pulumi.Resource;
    /** Lets `caller` call the service: what it needs in order to find it and to be let in, nothing where anybody may. */
    admit(name: string, caller: Identity, parent: pulumi.Resource): readonly pulumi.Resource[];
}
