import { z } from "zod";
import { duration } from "../units";

const retries = z.int().min(0).max(20);

export const limits = z
    .strictObject({
        recordings: z
            .strictObject({
                longest: duration("1s", "1h").prefault("300s").describe("Longest recording"),
                sampleRate: z
                    .union([z.literal(8000), z.literal(16000), z.literal(44100), z.literal(48000)])
                    .default(16000)
                    .describe("Samples a second (Hz)"),
                channels: z
                    .union([z.literal(1), z.literal(2)])
                    .default(1)
                    .describe("1 is mono"),
                concurrent: z.int().min(1).max(100000).optional().describe("Recordings at once, over all instances"),
                processingTimeout: duration("100ms", "10m").optional(),
                retries: retries.optional(),
            })
            .optional(),
        queue: z
            .strictObject({
                concurrency: z.int().min(1).max(1000).default(10).describe("Jobs that an instance works on at once"),
                retries: retries.default(3),
                backoff: duration("10ms", "10m").prefault("1s").describe("Wait before the first retry; it doubles"),
            })
            .optional(),
        model: z
            .strictObject({
                maxTokens: z.int().min(1).max(1000000).default(2000).describe("Tokens of an answer at most"),
                temperature: z.number().min(0).max(2).default(0.7),
                requestsPerMinute: z.int().min(1).max(100000).default(100),
            })
            .optional(),
    })
    .prefault({})
    .describe("What the application limits itself to");
export type Limits = z.output<typeof limits>;
