import { z } from "zod";

export const safeguards = z
    .strictObject({
        banner: z
            .string()
            .min(1)
            .max(80)
            .optional()
            .describe("Shown on every page; required in pre-production, forbidden in production")
            .meta({ examples: ["STAGING ENVIRONMENT"] }),
        voipSync: z
            .boolean()
            .default(false)
            .describe("Whether the environment synchronises with the VoIP provider; production only"),
        customers: z
            .enum(["mock", "salesforce"])
            .optional()
            .describe(
                "Where customers come from, if the application has any: `mock` is the CSV file, `salesforce` the integration",
            ),
        customersFile: z
            .string()
            .regex(/^[\w./-]+\.csv$/, { error: "is no CSV file" })
            .optional()
            .describe("The mock customers")
            .meta({ examples: ["fixtures/customers.csv"] }),
        debugEndpoints: z.boolean().default(false).describe("ENABLE_DEBUG_ENDPOINTS; never in production"),
        betaFeatures: z.boolean().default(false).describe("ENABLE_BETA_FEATURES; never in production"),
    })
    .prefault({})
    .describe("What keeps an environment from doing harm");
export type Safeguards = z.output<typeof safeguards>;
