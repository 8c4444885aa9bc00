import { z } from "zod";
import { duration } from "../units";
import { emailAddress } from "./names";

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
    })
    .describe("What is watched, and who is told; left out, nothing is");
export type Monitoring = z.output<typeof monitoring>;
