import { z } from "zod";
import { cloudflareId, hostname } from "./names";

export const domain = z
    .strictObject({
        zone: hostname.describe("The Cloudflare zone that the host names live in"),
        zoneId: cloudflareId.describe("The zone's identifier: Cloudflare dashboard, Overview, API"),
        accountId: cloudflareId.describe("The identifier of the Cloudflare account that owns the zone"),
        hosts: z
            .strictObject({ api: hostname.optional(), voice: hostname.optional(), web: hostname.optional() })
            .default({})
            .describe(
                "Host names other than the derived ones (`api.<zone>` in production, `<stack>-api.<zone>` elsewhere)",
            ),
        entry: z
            .enum(["worker", "load-balancer"])
            .default("worker")
            .describe(
                "How a request gets from the edge to a service: `worker`, a Cloudflare Worker that forwards to Cloud Run, which costs next to nothing; `load-balancer`, an external application load balancer that lets nobody but Cloudflare in",
            ),
        balancer: z
            .strictObject({
                firewall: z
                    .boolean()
                    .default(false)
                    .describe("Whether Cloud Armor's preconfigured rules look at each request too"),
            })
            .prefault({})
            .describe("The load balancer; only with `entry: load-balancer`"),
    })
    .describe("Where the environment is reached");
export type Domain = z.output<typeof domain>;
