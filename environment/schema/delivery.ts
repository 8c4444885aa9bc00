import { z } from "zod";

export const delivery = z
    .strictObject({
        repository: z
            .string()
            .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/, { error: "is no repository" })
            .describe("The GitHub repository whose workflow deploys this environment")
            .meta({ examples: ["acme/voice"] }),
        branch: z
            .string()
            .regex(/^[A-Za-z0-9._/-]{1,100}$/, { error: "is no branch" })
            .optional()
            .describe("The only branch that may; default: the stack's name"),
        repositoryId: z
            .string()
            .regex(/^\d{1,19}$/, { error: "is no repository's number" })
            .optional()
            .describe(
                "GitHub's number of the repository, in quotes (`gh api repos/acme/voice --jq .id`): with it, nobody who takes the name after a deletion or renaming gets in",
            )
            .meta({ examples: ["123456789"] }),
        builds: z
            .boolean()
            .default(false)
            .describe(
                "Whether this branch builds and pushes the image; of the stacks that share the registry, exactly one does",
            ),
    })
    .describe(
        "Who deploys this environment: the workflow of one branch; on Google Cloud without a key that could be stolen",
    );
export type Delivery = z.output<typeof delivery>;
