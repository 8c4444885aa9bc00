import { z } from "zod";
import { httpsUrl } from "./names";

const salesforce = z
    .strictObject({
        access: z
            .enum(["none", "sandbox", "read", "write"])
            .default("none")
            .describe(
                "What the environment may do to Salesforce; `write` is production's alone, `read` is pre-production's declared exception",
            ),
        url: httpsUrl.optional().describe("The organisation's own address; required unless access is `none`"),
        clientId: z
            .string()
            .min(1)
            .optional()
            .describe("The connected app's consumer key, public; its secret is supplied in the vault"),
    })
    .prefault({});

const vonage = z.strictObject({
    application: z.enum(["sandbox", "staging", "production"]).describe("Which of the Vonage applications this is"),
    applicationId: z
        .string()
        .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, {
            error: "is no Vonage application identifier",
        })
        .describe("VONAGE_APPLICATION_ID, each environment its own")
        .meta({ examples: ["78d335fa-323d-0114-9c3d-d6f0d48968cf"] }),
});

const voip = z
    .strictObject({
        credentials: z
            .enum(["none", "sandbox", "live"])
            .default("none")
            .describe("Which VoIP credentials the environment holds; `live` in production only"),
        username: z
            .string()
            .min(1)
            .optional()
            .describe("The account's name at the provider; its password is supplied in the vault"),
        blank: z
            .boolean()
            .default(false)
            .describe(
                "With credentials `none`: whether `VOIP_USERNAME` and `VOIP_PASSWORD` are there all the same, empty, so that every environment has the same variables",
            ),
    })
    .prefault({});

const gemini = z.strictObject({
    model: z.string().min(1).default("gemini-2.0-flash").describe("GEMINI_MODEL of the gateway"),
});

const openai = z.strictObject({
    model: z.string().min(1).default("gpt-4"),
});

export const integrations = z
    .strictObject({
        salesforce,
        vonage: vonage.optional(),
        voip,
        gemini: gemini.optional(),
        openai: openai.optional(),
    })
    .prefault({})
    .describe("Systems outside the platform");
export type Integrations = z.output<typeof integrations>;
export type SalesforceAccess = Integrations["salesforce"]["access"];
