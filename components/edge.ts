import * as pulumi from "@pulumi/pulumi";
import type { Zone, ZonePlan } from "../environment";
import { usualZone } from "../environment/schema/zone";
import { cacheRules, firewall, mail, rateLimit, zoneSettings } from "../platforms/cloudflare/zone";

export interface EdgeArgs {
    /** Cloudflare's identifiers of the account and of the zone: 32 hexadecimal digits each. */
    readonly accountId: string;
    readonly zoneId: string;
    /** The zone's name, `example.com`. */
    readonly zone: string;
    /** Default: free. */
    readonly plan?: ZonePlan | undefined;
    /** Default: strict, TLS 1.2 and newer, HTTPS only for 180 days. */
    readonly tls?: Zone["tls"] | undefined;
    /** Default: static files for a day at the edge, for 4 hours in a browser. */
    readonly cache?: Zone["cache"] | undefined;
    /** Whether Cloudflare's managed rules stand before the zone. Default: they do. */
    readonly firewall?: boolean | undefined;
    /** Default: nobody is limited. */
    readonly rateLimit?: Zone["rateLimit"];
    /** Addresses that mail is forwarded to, by the part before the @ of the zone's. Default: none. */
    readonly mail?: Zone["mail"] | undefined;
    /** Hosts behind which an API answers, where they are not called `api`, `voice`, `…-api` or `…-voice`. Default: none. */
    readonly apiHosts?: readonly string[] | undefined;
    /** What must stand before mail is forwarded: a destination that nobody has confirmed stops only that. Default: nothing. */
    readonly mailAfter?: readonly pulumi.Resource[] | undefined;
}

/**
 * The settings of a whole Cloudflare zone: encryption, caching, firewall, rate limit and mail. A zone has one of each, so
 * of the stacks that share a zone exactly one makes an Edge; the others write records of their own host names.
 *
 * @example
 * new Edge("edge", { accountId, zoneId, zone: "example.com", plan: "pro", mail: { admin: "operator@example.net" } });
 */
export class Edge extends pulumi.ComponentResource {
    readonly #args: EdgeArgs;

    constructor(name: string, args: EdgeArgs, opts?: pulumi.ComponentResourceOptions) {
        const { zone, zoneId, plan = usualZone.plan } = args;
        super("ringfence:index:Edge", name, { zone, zoneId, plan }, opts);
        this.#args = args;

        this.settings(`${name}-setting`);
        this.cache(`${name}-cache`);
        this.firewall(`${name}-firewall`, plan);
        this.rateLimit(`${name}-rate-limit`);
        this.mail(`${name}-mail`);
        this.registerOutputs({});
    }

    private settings(name: string): void {
        const { zoneId, tls = usualZone.tls, cache = usualZone.cache } = this.#args;
        zoneSettings(name, { zoneId, tls, cache }, this);
    }

    private cache(name: string): void {
        const { zoneId, zone, apiHosts = [], cache = usualZone.cache } = this.#args;
        cacheRules(name, { zoneId, zone, apiHosts, cache }, this);
    }

    private firewall(name: string, plan: ZonePlan): void {
        if (this.#args.firewall ?? usualZone.firewall) firewall(name, { zoneId: this.#args.zoneId, plan }, this);
    }

    private rateLimit(name: string): void {
        const { zoneId, rateLimit: limit, cache = usualZone.cache } = this.#args;
        if (limit !== undefined) rateLimit(name, { zoneId, limit, staticExtensions: cache.extensions }, this);
    }

    private mail(name: string): void {
        const { accountId, zoneId, zone, mail: forwarded = {}, mailAfter: after = [] } = this.#args;
        mail(name, { accountId, zoneId, zone, mail: forwarded, after }, this);
    }
}
