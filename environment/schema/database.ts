import { z } from "zod";
import { duration, memory, storage } from "../units";
import { httpsUrl, serverName, volumeName } from "./names";

/** An adoption is two deployments: the first only takes over, the second brings what was taken over into line. */
export const align = z
    .boolean()
    .default(false)
    .describe(
        "Whether the settings become those of this file. First deploy without it: nothing but the ownership changes",
    );

/** As it stands in an address without being escaped. */
const sqlName = z.string().regex(/^[A-Za-z_][A-Za-z0-9_-]{0,62}$/, { error: "is no name of a database or user" });

const pool = z
    .strictObject({
        min: z.int().min(0).max(1000).default(0).describe("Connections that each instance keeps open"),
        max: z.int().min(1).max(1000).default(10).describe("Connections of each instance at most"),
        timeout: duration("1s", "10m").prefault("10s").describe("Wait for a free connection of the pool"),
        connectTimeout: duration("1s", "10m").prefault("10s").describe("Wait for a new connection"),
        statementTimeout: duration("100ms", "1h").prefault("10s").describe("After this the server ends a statement"),
    })
    .prefault({})
    .describe("The connection pool of every instance of the API");

const postgresql = z.strictObject({
    engine: z.literal("postgresql"),
    version: z.enum(["15", "16", "17"]).default("16"),
    // Shared-core machine types are not covered by the Cloud SQL SLA, so only dedicated ones can be described.
    cpu: z.int().min(1).max(96).default(1).describe("Virtual CPUs: 1 or an even number"),
    memory: memory("256Mi", "768Gi")
        .optional()
        .describe(
            "On Cloud SQL 0.9 to 6.5 GiB for each CPU, a multiple of 256Mi, default 3840Mi; 8 GiB for each in enterprise-plus. On Docker default 1Gi",
        ),
    storage: storage("10Gi").prefault("20Gi").describe("Disk at first; it grows by itself"),
    edition: z.enum(["enterprise", "enterprise-plus"]).default("enterprise"),
    availability: z.enum(["zonal", "regional"]).optional().describe("Default: regional in production, else zonal"),
    replicas: z.int().min(0).max(8).default(0).describe("Read replicas"),
    maxConnections: z.int().min(14).max(262143).default(100).describe("The server's `max_connections`"),
    backups: z
        .strictObject({
            enabled: z.boolean().default(true),
            keep: z.int().min(1).max(365).default(7).describe("Daily backups kept; one a day, so 7 is a week"),
            at: z
                .string()
                .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: "is no time of day" })
                .default("03:00")
                .describe("Start, UTC")
                .meta({ examples: ["03:00"] }),
            pointInTime: z.boolean().default(true).describe("Recovery to any moment of the last 7 days"),
        })
        .prefault({}),
    pool,
    extensions: z
        .array(z.string().regex(/^[a-z][a-z0-9_-]{0,62}$/, { error: "is no extension" }))
        .default([])
        .describe("PostgreSQL extensions that a job creates, `vector` for embeddings")
        .meta({ examples: [["vector"]] }),
    name: serverName,
    existing: z
        .strictObject({
            volume: volumeName.describe("The volume that the container of then has its data in"),
            database: sqlName.describe("Name of the database in it"),
            user: sqlName.describe("The user that owns the database; its password is the secret DATABASE_PASSWORD"),
        })
        .optional()
        .describe("On Docker: takes over the data of a server that exists, instead of beginning with an empty one"),
    adopt: z
        .strictObject({
            instance: z
                .string()
                .regex(/^[a-z]([a-z0-9-]{0,96}[a-z0-9])?$/, { error: "is no instance" })
                .describe("Name of the Cloud SQL instance, in the environment's project"),
            database: sqlName.default("voice").describe("Name of the database in it"),
            user: sqlName.default("voice").describe("The user that owns the database"),
            align,
        })
        .optional()
        .describe("Takes over a server that exists, with its data, instead of making one"),
});
export type PostgreSql = z.output<typeof postgresql>;

const firestore = z.strictObject({
    engine: z.literal("firestore"),
    location: z
        .string()
        .regex(/^[a-z]+[0-9]?(-[a-z]+[0-9])?$/, { error: "is no location" })
        .optional()
        .describe("Default: the stack's region")
        .meta({ examples: ["europe-west2", "eur3"] }),
    adopt: z
        .strictObject({
            database: z
                .string()
                .regex(/^([a-z][a-z0-9-]{2,61}[a-z0-9]|\(default\))$/, { error: "is no Firestore database" })
                .describe("Name of the database, in the environment's project"),
            align,
        })
        .optional()
        .describe("Takes over a database that exists, with its data, instead of making one"),
});
export type Firestore = z.output<typeof firestore>;

const supabase = z.strictObject({
    engine: z.literal("supabase"),
    url: httpsUrl.describe("The project's address, public"),
    anonKey: z
        .string()
        .min(20)
        .describe("The project's anonymous key: public by design, row-level security guards the data"),
    pool,
});
export type Supabase = z.output<typeof supabase>;

const none = z.strictObject({ engine: z.literal("none") });

export const database = z
    .discriminatedUnion("engine", [postgresql, firestore, supabase, none])
    .describe("Where the environment's data lives; `none` in a shared stack, which keeps no data");
export type Database = z.output<typeof database>;
export type Pool = z.output<typeof pool>;
