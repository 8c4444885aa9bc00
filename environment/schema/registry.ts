import { z } from "zod";
import { duration } from "../units";
import { projectId, projectNumber, region, serviceAccountEmail, stackName } from "./names";

export const registry = z
    .strictObject({
        project: projectId.describe("The Google Cloud project that holds images and nothing else"),
        location: region.describe("Region of the repository"),
        repository: z
            .string()
            .regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, { error: "is no repository name" })
            .describe("Name of the Artifact Registry repository")
            .meta({ examples: ["voice"] }),
        managed: z
            .boolean()
            .default(false)
            .describe("Whether this stack makes the repository; of the stacks that share it, exactly one does"),
        readers: z
            .record(stackName, projectNumber)
            .default({})
            .describe(
                "The other environments that pull from it, each by the number of its project; only where `managed`",
            ),
        deployers: z
            .record(stackName, serviceAccountEmail)
            .default({})
            .describe(
                "The accounts that deploy the other environments: Cloud Run asks whether the deployer may read the image too; only where `managed`",
            ),
        publisher: serviceAccountEmail
            .optional()
            .describe("The account that pushes images, of the environment that builds them; only where `managed`"),
        keep: z
            .int()
            .min(2)
            .max(1000)
            .default(20)
            .describe("Newest images of each package that clean-up never deletes"),
        untaggedFor: duration("1d", "365d").prefault("30d").describe("Age at which an untagged image is deleted"),
        scan: z.boolean().default(true).describe("Whether each pushed image is searched for known vulnerabilities"),
    })
    .describe("Where the images come from: one repository for all environments");
export type Registry = z.output<typeof registry>;
