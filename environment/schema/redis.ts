import { z } from "zod";
import { memory } from "../units";
import { align } from "./database";
import { serverName, volumeName } from "./names";

export const redis = z
    .strictObject({
        version: z.enum(["6.x", "7.0", "7.2"]).default("7.2"),
        memory: memory("1Gi", "300Gi")
            .prefault("1Gi")
            .refine((m) => m % 1024 === 0, {
                error: "is no whole number of GiB",
                params: { repair: "write a whole number of GiB, e.g. 1Gi" },
            })
            .describe("Capacity, in whole GiB"),
        availability: z
            .enum(["basic", "standard"])
            .optional()
            .describe("`standard` has a replica and fails over; default: basic in the sandbox, else standard"),
        name: serverName,
        existing: z
            .strictObject({
                volume: volumeName.describe("The volume that the container of then has its data in"),
                persistence: z
                    .enum(["rdb", "aof"])
                    .describe(
                        "How the data lies there: `aof` where there is a folder `appendonlydir` or a file `appendonly.aof`, else `rdb`. With the wrong one Redis begins empty",
                    ),
            })
            .optional()
            .describe("On Docker: takes over the data of a server that exists, instead of beginning with an empty one"),
        adopt: z
            .strictObject({
                instance: z
                    .string()
                    .regex(/^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$/, { error: "is no instance" })
                    .describe("Name of the Memorystore instance, in the environment's project and region"),
                align,
            })
            .optional()
            .describe("Takes over a server that exists, with its data, instead of making one"),
    })
    .describe("Cache, sessions and queues; leave it out and the environment has none");
export type Redis = z.output<typeof redis>;
