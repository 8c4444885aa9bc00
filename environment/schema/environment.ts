import { z } from "zod";
import { tiers } from "../tier";
import { database } from "./database";
import { domain } from "./domain";
import { integrations } from "./integrations";
import { limits } from "./limits";
import { observability } from "./observability";
import { redis } from "./redis";
import { release } from "./release";
import { safeguards } from "./safeguards";
import { secrets } from "./secrets";
import { api, gateway, web } from "./service";

/** The config namespace, whatever the project is called. */
export const namespace = "ringfence";

/** One key a concern. The keys of a stack file are `ringfence:` and a key of this object. */
export const concerns = z.strictObject({
    tier: z.enum(tiers).describe("How much is at stake: every rule follows from it"),
    platform: z.enum(["gcp"]).default("gcp").describe("What the environment runs on"),
    domain: domain.optional(),
    release,
    api: api.prefault({}),
    gateway: gateway.prefault({}),
    web: web.prefault({}),
    database,
    redis: redis.optional(),
    integrations,
    safeguards,
    limits,
    observability,
    secrets,
});

/** What `concerns` yields: every default filled in, every unit parsed. */
export type Concerns = z.output<typeof concerns>;
export type Concern = keyof Concerns;
export const concernNames = Object.keys(concerns.shape) as readonly Concern[];

/** Where a Google Cloud environment lives: the `gcp:` keys that the platform needs. */
export const googleCloud = z.strictObject({
    project: z
        .string()
        .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, { error: "is no project identifier" })
        .describe("The Google Cloud project, each stack its own")
        .meta({ examples: ["acme-voice-staging"] }),
    region: z
        .string()
        .regex(/^[a-z]+-[a-z]+\d{1,2}$/, { error: "is no region" })
        .describe("The Google Cloud region")
        .meta({ examples: ["europe-west2"] }),
});
export type GoogleCloudLocation = z.output<typeof googleCloud>;

/** An environment: what a stack file describes, checked, with its name. */
export interface Environment extends Concerns {
    /** The stack's name. */
    readonly name: string;
    readonly gcp: GoogleCloudLocation;
    /** Concerns of which at least one value was encrypted by Pulumi (`secure:`). */
    readonly encrypted: ReadonlySet<Concern>;
}
