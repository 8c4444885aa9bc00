import { z } from "zod";
import { variableName } from "./names";

const secret = z.strictObject({
    value: z
        .string()
        .min(1)
        .optional()
        .describe(
            "Only ever encrypted (`pulumi config set --secret --path ringfence:secrets.NAME.value`); left out, somebody supplies it: in the vault, on Docker encrypted here",
        ),
    generate: z.int().min(16).max(128).optional().describe("Length of a value that the program makes up"),
    suppliedBy: z
        .string()
        .min(1)
        .optional()
        .describe("Who supplies the value")
        .meta({ examples: ["the Salesforce administrator"] }),
    purpose: z.string().min(1).optional().describe("What the value is for"),
});

export const secrets = z
    .record(variableName, secret)
    .default({})
    .describe(
        "Secrets by the variable that receives them. Their values live in the platform's vault; on Docker, which has none, encrypted here and in Pulumi's state",
    );
export type Secrets = z.output<typeof secrets>;
