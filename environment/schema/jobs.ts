import { z } from "zod";
import { duration, memory } from "../units";
import { commandLine } from "./names";

/** A job runs an image to its end; by default the API's, which therefore has a subcommand for it. */
const job = (usual: string) =>
    z.strictObject({
        command: commandLine.optional().describe("Replaces the image's entry point"),
        args: z.array(z.string()).default([usual]).describe("Arguments of the entry point"),
        timeout: duration("10s", "24h").prefault("10m").describe("Longest time that one try may take"),
        retries: z.int().min(0).max(10).default(0).describe("Tries after a failed one"),
        memory: memory("512Mi", "32Gi").prefault("512Mi"),
    });

export const jobs = z
    .strictObject({
        migrate: job("migrate")
            .optional()
            .describe("Migrates the schema, once for each release, before the release gets traffic"),
        loadCustomers: job("load-customers")
            .optional()
            .describe(
                "Loads `safeguards.customersFile` (at most 64 KiB), anew where the release or the file is another",
            ),
    })
    .prefault({})
    .describe("What runs once for a release, in the API's image and with the API's database");
export type Jobs = z.output<typeof jobs>;
export type JobSettings = NonNullable<Jobs["migrate"]>;
