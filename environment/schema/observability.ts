import { z } from "zod";

export const observability = z
    .strictObject({
        logLevel: z.enum(["debug", "info", "warn", "error"]).default("info"),
        performanceTracking: z.boolean().default(false),
        tellEnvironment: z
            .boolean()
            .default(true)
            .describe(
                "Whether the application gets `ENVIRONMENT` and `TIER`. Without them, environments differ in less, and only safeguards tell them apart",
            ),
    })
    .prefault({})
    .describe("What the application tells of itself");
export type Observability = z.output<typeof observability>;
