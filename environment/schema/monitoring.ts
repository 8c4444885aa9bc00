import { z } from "zod";
import { duration } from "../units";
import { emailAddress, ipv4, port } from "./names";

/** A host name of at most 253 characters, and a port up to 65535. */
const mailServer =
    /^(?=[^:]{4,253}:)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}:([1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/;

const mail = z
    .strictObject({
        server: z
            .string()
            .regex(mailServer, { error: "is no host name with a port" })
            .describe("The server that takes the mails, by TLS, as `host:port`")
            .meta({ examples: ["smtp.example.com:587"] }),
        from: emailAddress.describe("The address that the mails come from"),
        user: z
            .string()
            .min(1)
            .max(254)
            .optional()
            .describe("Who signs in, with the secret SMTP_PASSWORD; default the address that the mails come from"),
    })
    .describe("What sends the mails on a Docker host; Google Cloud sends its own");

const grafana = z
    .strictObject({
        address: ipv4
            .default("127.0.0.1")
            .describe(
                "Address of the host that Grafana is bound to, its own or one in a private network, since Grafana speaks in clear; at the default it is reached by `ssh -L`",
            ),
        port: port.default(3000).describe("Port of the host, each environment its own"),
    })
    .describe("Where Grafana is found on a Docker host; Google Cloud has its own console");

/** Where it is found unless the stack file says otherwise. */
export const usualGrafana = grafana.parse({});

export const monitoring = z
    .strictObject({
        notify: z.array(emailAddress).max(16).default([]).describe("Who is told of an alert, by mail"),
        incidents: z
            .boolean()
            .default(false)
            .describe("Whether alerts are also published to a Pub/Sub topic, to which an incident system subscribes"),
        latency: duration("10ms", "60s").prefault("1s").describe("95 of 100 requests of the API must be faster"),
        errors: z.number().min(0.0001).max(1).default(0.01).describe("Share of requests that may fail on the server"),
        availability: z
            .number()
            // At less, ten times the failures that are allowed can hardly occur, and the alert on them never comes.
            .min(0.95)
            .max(0.9999)
            .default(0.995)
            .describe("Objective over 28 days in production: share of requests that succeed"),
        mail: mail.optional(),
        grafana: grafana.optional(),
    })
    .describe("What is watched, and who is told; left out, nothing is");
export type Monitoring = z.output<typeof monitoring>;
