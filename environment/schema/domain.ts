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
            .enum(["worker"])
            .default("worker")
            .describe(
                "How a request gets from the edge to a service: `worker`, a Cloudflare Worker route that forwards to Cloud Run without a load balancer",
            ),
    })
    .describe("Where the environment is reached");
export type Domain = z.output<typeof domain>;
