import { z } from "zod";
import { cloudflareId, hostname } from "./names";

const origin = z
    .string()
    .regex(/^http:\/\/(\d{1,3}\.){3}\d{1,3}:\d{1,5}$/, { error: "is no address of the form http://address:port" })
    .meta({
        description: "Address and port of the host that an environment's front is bound to",
        examples: ["http://192.168.120.12:3100"],
    });

export const tunnel = z
    .strictObject({
        name: z
            .string()
            .regex(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}$/, { error: "is no name of a tunnel" })
            .describe("What the tunnel is called in the Cloudflare dashboard")
            .meta({ examples: ["acme-office"] }),
        accountId: cloudflareId.describe("The identifier of the Cloudflare account that owns the tunnel"),
        ingress: z
            .record(hostname, origin)
            .describe(
                "Every public host name that comes in by the tunnel, with where it leads. The list is written whole, so what is not in it is answered with 404",
            ),
        adopt: z
            .uuid({ error: "is no identifier of a tunnel" })
            .optional()
            .describe(
                "Identifier of a tunnel that exists and is taken over; it must be one whose configuration Cloudflare keeps",
            ),
    })
    .describe("In a shared stack: the Cloudflare tunnel by which several environments are reached");
export type Tunnel = z.output<typeof tunnel>;
