import { z } from "zod";
import { emailAddress, ipv4, port } from "./names";

const hostPath = z
    .string()
    .regex(/^\/[A-Za-z0-9._/-]*[A-Za-z0-9._-]$/, { error: "is no folder of the host" })
    .meta({ description: "An absolute path on the host", examples: ["/etc/letsencrypt/live/voice.example.com"] });

const fileName = z
    .string()
    .regex(/^[A-Za-z0-9._-]+$/, { error: "is no file name" })
    .meta({ description: "A file's name, without its folder", examples: ["fullchain.pem"] });

const tls = z
    .discriminatedUnion("from", [
        z.strictObject({ from: z.literal("edge") }),
        z.strictObject({
            from: z.literal("files"),
            folder: hostPath.describe("Folder of the host that holds the two files; they may be renewed in place"),
            certificate: fileName.default("fullchain.pem"),
            key: fileName.default("privkey.pem"),
        }),
        z.strictObject({ from: z.literal("self-signed") }),
        z.strictObject({
            from: z.literal("acme"),
            email: emailAddress.describe("Whom the authority warns of a certificate that is about to expire"),
            server: z
                .url({ protocol: /^https$/, error: "is no address that begins with https://" })
                .optional()
                .describe(
                    "The authority's directory, where it is not Let's Encrypt: its staging server for a try, or one of your own such as step-ca",
                )
                .meta({ examples: ["https://acme-staging-v02.api.letsencrypt.org/directory"] }),
            root: z
                .string()
                .regex(/^(\/[A-Za-z0-9._-]+){2,}$/, { error: "is no file in a folder of the host" })
                .optional()
                .describe(
                    "File of the host with the root certificate of an authority of your own, which is not publicly known",
                )
                .meta({ examples: ["/etc/step-ca/root.pem"] }),
        }),
    ])
    .default({ from: "edge" })
    .describe(
        "Where TLS ends: `edge`, before the host, in a tunnel's encryption up to it; else here, with a certificate from `files` of the host, `self-signed` for a laptop, or from Let's Encrypt by `acme`",
    );

/** What callers come in by on a Docker host: nginx, the only container that publishes ports. */
export const front = z
    .strictObject({
        address: ipv4
            .default("127.0.0.1")
            .describe("Address of the host that the ports are bound to; `0.0.0.0` is all of them"),
        port: port.describe("Port of the host, each environment its own"),
        redirectFrom: port
            .optional()
            .describe("Port that leads to TLS, and on which Let's Encrypt asks; needed for `acme`, which wants 80"),
        name: z
            .string()
            .regex(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, { error: "is no host name" })
            .default("localhost")
            .describe("What callers call the host, where the environment has no domain"),
        routes: z
            .enum(["hosts", "paths"])
            .default("hosts")
            .describe(
                "How a request finds its service: `hosts`, by a host name for each; `paths`, all on one host name, the API below `/api/`, the gateway below `/voice/`, the web at `/`",
            ),
        tls,
    })
    .describe("The way in on a Docker host");
export type Front = z.output<typeof front>;
