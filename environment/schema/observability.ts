import { z } from "zod";

export const observability = z
    .strictObject({
        logLevel: z.enum(["debug", "info", "warn", "error"]).default("info"),
        performanceTracking: z.boolean().default(false),
    })
    .prefault({})
    .describe("What the application tells of itself");
export type Observability = z.output<typeof observability>;
