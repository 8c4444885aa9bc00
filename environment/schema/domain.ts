import { z } from "zod";
import { cloudflareId, hostname, stackName } from "./names";

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
        address: z
            .ipv4({ error: "is no IPv4 address" })
            .optional()
            .describe("On Docker: the public address of the host, which the records point to")
            .meta({ examples: ["203.0.113.7"] }),
        entry: z
            .enum(["worker", "load-balancer", "tunnel"])
            .default("worker")
            .describe(
                "How a request gets from the edge to a service: `worker`, a Cloudflare Worker that forwards to Cloud Run, which costs next to nothing; `load-balancer`, an external application load balancer that lets nobody but Cloudflare in; `tunnel`, on Docker, a connection that the host itself opens to Cloudflare, so that no port is open to the internet",
            ),
        tunnel: stackName.optional().describe("The shared stack that owns the tunnel; only with `entry: tunnel`"),
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
