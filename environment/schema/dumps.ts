import { z } from "zod";

/** A folder of the host that Docker or a restart clears, or that holds the very data that is backed up, keeps no backup. */
const ofTheHostItself = /^\/(?:tmp|var\/tmp|run|var\/run|dev|proc|sys|boot|etc|var\/lib\/docker)(?:\/|$)/;

const path = z.strictObject({
    kind: z.literal("path"),
    path: z
        .string()
        .regex(/^(?:\/[A-Za-z0-9._-]+)+$/, { error: "is no path of a folder" })
        .refine((folder) => !ofTheHostItself.test(folder) && !/\/\.{1,2}(?:\/|$)/.test(folder), {
            error: "is on this host and goes when it goes",
            params: {
                repair: "mount another machine's storage, best at a path of its own such as /mnt/backups, and name that",
            },
        })
        .describe("Folder of the host at which another machine's storage is mounted, this environment's alone")
        .meta({ examples: ["/mnt/backups/staging"] }),
    fileSystem: z
        .enum(["network", "any"])
        .default("network")
        .describe(
            "`network`: a backup is refused while no network file system is mounted there. `any`: somebody else takes care that it is off the host, as with a disk that is carried away",
        ),
});

const s3 = z.strictObject({
    kind: z.literal("s3"),
    endpoint: z
        .string()
        .regex(/^https:\/\/[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,5})?$/, { error: "is no https:// end point" })
        .describe("Where the storage answers, without a bucket")
        .meta({ examples: ["https://s3.eu-central-1.amazonaws.com"] }),
    bucket: z
        .string()
        .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: "is no bucket name" })
        .describe("A bucket that exists, in an account of other people than those who can change this host")
        .meta({ examples: ["acme-voice-backups"] }),
    region: z
        .string()
        .regex(/^[a-z0-9-]{2,32}$/, { error: "is no region" })
        .default("us-east-1")
        .describe("What requests are signed for; most storage but Amazon's takes any")
        .meta({ examples: ["eu-central-1"] }),
    prefix: z
        .string()
        .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/, { error: "is no prefix" })
        .optional()
        .describe("Begins every name in the bucket, this environment's alone. Default: the environment's name")
        .meta({ examples: ["staging"] }),
    expiry: z
        .enum(["delete", "bucket"])
        .default("delete")
        .describe(
            "`delete`: copies that are too old are deleted from here. `bucket`: a rule of the bucket does it, and the key needs no permission to delete",
        ),
});

export const dumps = z
    .strictObject({
        target: z
            .discriminatedUnion("kind", [path, s3])
            .describe("A place outside the host: a backup in a volume beside the database goes with the database"),
    })
    .describe(
        "Where daily dumps of a PostgreSQL on a Docker host go; when, and how many are kept, `database.backups` says",
    );
export type Dumps = z.output<typeof dumps>;
export type DumpTarget = Dumps["target"];
export type PathTarget = z.output<typeof path>;
export type S3Target = z.output<typeof s3>;
