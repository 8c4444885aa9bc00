import { z } from "zod";
import { localEngine } from "../docker-engine";
import { tiers } from "../tier";
import { audit } from "./audit";
import { database } from "./database";
import { delivery } from "./delivery";
import { domain } from "./domain";
import { dumps } from "./dumps";
import { front } from "./front";
import { integrations } from "./integrations";
import { jobs } from "./jobs";
import { limits } from "./limits";
import { monitoring } from "./monitoring";
import { dockerHost, projectId, region } from "./names";
import { observability } from "./observability";
import { redis } from "./redis";
import { registry } from "./registry";
import { release } from "./release";
import { rotation } from "./rotation";
import { safeguards } from "./safeguards";
import { secrets } from "./secrets";
import { seeding } from "./seeding";
import { api, gateway, web } from "./service";
import { transcription } from "./transcription";
import { tunnel } from "./tunnel";
import { zone } from "./zone";

/** The config namespace, whatever the project is called. */
export const namespace = "ringfence";

/** One key a concern. The keys of a stack file are `ringfence:` and a key of this object. */
export const concerns = z.strictObject({
    tier: z.enum(tiers).describe("How much is at stake: every rule follows from it"),
    platform: z.enum(["gcp", "docker"]).default("gcp").describe("What the environment runs on"),
    services: z
        .array(z.enum(["api", "gateway", "web"]))
        .default(["api", "gateway", "web"])
        .describe("Which of the services run; default all three, none (`[]`) in a shared stack"),
    domain: domain.optional(),
    front: front.optional(),
    tunnel: tunnel.optional(),
    zone: zone.optional(),
    release,
    registry: registry.optional(),
    delivery: delivery.optional(),
    api: api.prefault({}),
    gateway: gateway.prefault({}),
    web: web.prefault({}),
    database,
    dumps: dumps.optional(),
    redis: redis.optional(),
    transcription: transcription.optional(),
    jobs,
    seeding: seeding.optional(),
    integrations,
    safeguards,
    limits,
    observability,
    monitoring: monitoring.optional(),
    audit,
    secrets,
    rotation: rotation.optional(),
});

/** What `concerns` yields: every default filled in, every unit parsed. */
export type Concerns = z.output<typeof concerns>;
export type Concern = keyof Concerns;
export const concernNames = Object.keys(concerns.shape) as readonly Concern[];

/** Where a Google Cloud environment lives: the `gcp:` keys that the platform needs. */
export const googleCloud = z.strictObject({
    project: projectId.describe("The Google Cloud project, each stack its own"),
    region: region.describe("The Google Cloud region"),
});
export type GoogleCloudLocation = z.output<typeof googleCloud>;

/** Where an environment on Docker lives: the `docker:` key that the platform needs. */
export const dockerEngine = z.strictObject({
    host: dockerHost.default(localEngine).describe("The Docker Engine; default, in a sandbox alone, the local one"),
});
export type DockerLocation = z.output<typeof dockerEngine>;

/** Where an environment lives, by the keys of its platform's provider. */
export type Location =
    | { readonly platform: "gcp"; readonly gcp: GoogleCloudLocation; readonly docker?: undefined }
    | { readonly platform: "docker"; readonly gcp?: undefined; readonly docker: DockerLocation };

/** An environment: what a stack file describes, checked, with its name. */
export type Environment = Concerns &
    Location & {
        /** The stack's name. */
        readonly name: string;
        /** Concerns of which at least one value was encrypted by Pulumi (`secure:`). */
        readonly encrypted: ReadonlySet<Concern>;
    };
