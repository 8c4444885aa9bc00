import type * as cloudflare from "@pulumi/cloudflare";
import type * as pulumi from "@pulumi/pulumi";
import type { Zone } from "../../../environment";
import { entryPoint } from "./entry-point";
import { endsWith, noneOf } from "./expressions";

export interface RateLimitArgs {
    /** Cloudflare's identifier of the zone: 32 hexadecimal digits. */
    readonly zoneId: string;
    readonly limit: NonNullable<Zone["rateLimit"]>;
    /** A page asks for many of these at once; they are not counted. */
    readonly staticExtensions: readonly string[];
}

/**
 * Refuses an address that asks too often, anywhere in the zone. One rule that looks at the path alone and blocks: more
 * the plan "free" has not. Each of Cloudflare's locations counts for itself, which `cf.colo.id` has to say.
 * https://developers.cloudflare.com/waf/rate-limiting-rules/#availability and …/parameters/
 */
export function rateLimit(
    name: string,
    { zoneId, limit, staticExtensions }: RateLimitArgs,
    parent: pulumi.Resource,
): cloudflare.Ruleset {
    const path = "http.request.uri.path";
    return entryPoint(
        name,
        {
            zoneId,
            phase: "http_ratelimit",
            description: "How often one address may ask",
            rules: [
                {
                    ref: "requests_of_an_address",
                    description: `At most ${limit.requests} requests of an address in ${limit.period} s`,
                    expression: noneOf(staticExtensions.map((extension) => endsWith(path, `.${extension}`))),
                    action: "block",
                    ratelimit: {
                        characteristics: ["cf.colo.id", "ip.src"],
                        period: limit.period,
                        requestsPerPeriod: limit.requests,
                        mitigationTimeout: limit.block,
                        requestsToOrigin: false,
                    },
                },
            ],
        },
        parent,
    );
}
