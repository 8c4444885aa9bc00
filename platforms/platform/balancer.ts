import type * as pulumi from "@pulumi/pulumi";
import type { Seconds } from "../../environment/units";
import type { Service } from "./service";

/** Which requests a service answers. */
export interface Route {
    /** Public host name. Left out, any. */
    readonly host?: string | undefined;
    /** What the path begins with, `/api/`; it is taken away before the service sees it. Default: any path. */
    readonly prefix?: string | undefined;
    readonly service: Service;
    /** Whether callers open WebSockets. */
    readonly webSocket: boolean;
    /** Longest time that a request may take. */
    readonly timeout: Seconds;
}

export interface BalancerArgs {
    /** Services by a short name. */
    readonly services: Readonly<Record<string, Route>>;
    /** Public host names that lead to another. */
    readonly redirects: Readonly<Record<string, string>>;
    /** Where a request for any other host name is led. Default: nowhere, it is refused. */
    readonly elsewhere?: string | undefined;
    /** Whether it looks for attacks in each request. */
    readonly firewall: boolean;
}
export interface Balancer {
    /** IPv4 address. */
    readonly address: pulumi.Output<string>;
    /** Every host name that it answers for. */
    readonly hosts: readonly string[];
    /** DNS records without which it gets no certificates. */
    readonly proofs: readonly OwnershipProof[];
}
/** A CNAME record by which the owner of a host name lets the platform have a certificate for it. */
export interface OwnershipProof {
    readonly host: string;
    /** Fully qualified name of the record, without a dot at the end. */
    readonly name: pulumi.Output<string>;
    /** What it points to, without a dot at the end. */
    readonly value: pulumi.Output<string>;
}
