import { z } from "zod";
import { duration, memory } from "../units";
import { bucketName, commandLine, cronSchedule, serviceAccountEmail, stackName } from "./names";

const run = (usual: string) => ({
    args: z.array(z.string()).default([usual]).describe("Arguments of the API's image"),
    command: commandLine.optional().describe("Replaces the image's entry point; on Docker it must be said"),
    timeout: duration("10s", "24h").prefault("1h").describe("Longest time that one run may take"),
    memory: memory("512Mi", "32Gi").prefault("1Gi"),
});

const source = z.strictObject({
    role: z.literal("source"),
    bucket: bucketName.optional().describe("On Google Cloud: pre-production's bucket that takes the anonymised dump"),
    stack: stackName.optional().describe("On Docker: the pre-production stack, on the same host, that takes it"),
    schedule: cronSchedule.default("0 1 * * 6").describe("When the dump is written, UTC"),
    ...run("export-anonymised"),
});
const target = z.strictObject({
    role: z.literal("target"),
    writer: serviceAccountEmail
        .optional()
        .describe("On Google Cloud: production's anonymiser, the only one that may write into the bucket"),
    schedule: cronSchedule.default("0 4 * * 6").describe("When the dump is loaded, UTC"),
    keepFor: duration("1d", "90d").prefault("14d").describe("Age at which a dump is deleted"),
    ...run("seed"),
});

export const seeding = z
    .discriminatedUnion("role", [source, target])
    .describe(
        "Anonymised production data for pre-production: a job of production's (`source`) writes a dump into a bucket or volume of pre-production's, a job of pre-production's (`target`) loads it",
    );
export type Seeding = z.output<typeof seeding>;
export type SeedingSource = z.output<typeof source>;
export type SeedingTarget = z.output<typeof target>;
