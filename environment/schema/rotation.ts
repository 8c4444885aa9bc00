import { z } from "zod";
import { duration } from "../units";

export const rotation = z
    .strictObject({
        every: duration("1d", "90d").prefault("90d").describe("Time between two rotations; at most 90d"),
        next: z.iso
            .datetime({ error: "is no point in time" })
            .describe(
                "The first rotation of a secret that is made now, UTC; in the future when it is deployed. Secret Manager moves it on by itself",
            )
            .meta({ examples: ["2027-02-01T04:00:00Z"] }),
        generation: z
            .int()
            .min(1)
            .max(1_000_000)
            .default(1)
            .describe(
                "Raise it by one to make a new database password at the next deployment, and to start instances that read it",
            ),
        restart: z
            .boolean()
            .default(false)
            .describe(
                "Sets the next rotation of every secret to `next`, where secrets are older than their rotation or `every` has changed; for one deployment",
            ),
    })
    .describe("How often secrets are renewed");
export type Rotation = z.output<typeof rotation>;
