import { z } from "zod";
import { duration, durationText } from "../units";
import { oneOf } from "../wording";
import { emailAddress } from "./names";
import { browserTtls, zonePlans } from "./zone-plans";

export { type ZonePlan, zonePlans } from "./zone-plans";

/** What a browser and the edge keep without asking again, by the last part of the path. */
const staticExtensions = ["css", "gif", "ico", "jpeg", "jpg", "js", "png", "svg", "webp", "woff", "woff2"];

export const zone = z
    .strictObject({
        managed: z
            .boolean()
            .default(false)
            .describe("Whether this stack owns the zone's settings; of the stacks that share a zone, exactly one does"),
        plan: z.enum(zonePlans).default("free").describe("The zone's Cloudflare plan, which decides what can be asked"),
        tls: z
            .strictObject({
                mode: z
                    .enum(["full", "strict"])
                    .default("strict")
                    .describe("How the edge reaches the origin: `full` encrypts, `strict` checks the certificate too"),
                minimum: z.enum(["1.2", "1.3"]).default("1.2").describe("The oldest TLS version that visitors may use"),
                hsts: z
                    .strictObject({
                        maxAge: duration("0s", "730d")
                            .prefault("180d")
                            .describe("How long a browser remembers to use HTTPS only; 0s takes the promise back"),
                        subdomains: z.boolean().default(false).describe("Whether every subdomain of the zone is meant"),
                        preload: z
                            .boolean()
                            .default(false)
                            .describe("Whether browsers may ship the promise; needs `subdomains` and at least 365d"),
                    })
                    .prefault({}),
            })
            .prefault({}),
        cache: z
            .strictObject({
                level: z
                    .enum(["basic", "simplified", "aggressive"])
                    .default("aggressive")
                    .describe("`aggressive` keeps one copy for each query string"),
                browserTtl: duration("30m", "365d")
                    .refine((ttl) => browserTtls.includes(ttl), {
                        params: { repair: `write ${oneOf(browserTtls.map(durationText))}` },
                        error: "is none of the lengths of time that Cloudflare takes",
                    })
                    .prefault("4h")
                    .describe("How long a browser keeps a static file"),
                edgeTtl: duration("1m", "365d")
                    .prefault("1d")
                    .describe(
                        "How long the edge keeps a static file, whatever its server says; the plan sets a minimum",
                    ),
                extensions: z
                    .array(z.string().regex(/^[a-z0-9]{1,8}$/, { error: "is no file extension" }))
                    .min(1)
                    .default(staticExtensions)
                    .describe("Which files are static, by extension"),
            })
            .prefault({}),
        firewall: z.boolean().default(true).describe("Whether Cloudflare's managed rules stand before the zone"),
        rateLimit: z
            .strictObject({
                requests: z.int().min(1).max(1_000_000).default(50).describe("Requests of one IP address in a period"),
                period: duration("10s", "1h").prefault("10s").describe("What the requests are counted over"),
                block: duration("10s", "1d").prefault("10s").describe("How long an address is then refused"),
            })
            .optional()
            .describe("Limits what one IP address asks for, static files apart; left out, nobody is limited"),
        mail: z
            .record(z.string().regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, { error: "is no part before an @" }), emailAddress)
            .default({})
            .describe("Mail to `<key>@<zone>` is forwarded to this address, whose owner must confirm it once"),
    })
    .describe("The settings of the Cloudflare zone");
export type Zone = z.output<typeof zone>;

/** A zone of which nothing is said. */
export const usualZone: Zone = zone.parse({});
