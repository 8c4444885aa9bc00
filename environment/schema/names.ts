import { z } from "zod";

/** The shapes of the names that an environment is written in, each with what to write instead. */
export const hostname = z
    .string()
    .max(253)
    .regex(/^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, { error: "is no host name" })
    .meta({ description: "A fully qualified host name in lower case", examples: ["example.com"] });

export const httpsUrl = z
    .string()
    .regex(/^https:\/\/[A-Za-z0-9.-]+\.[A-Za-z]{2,}(:\d+)?(\/\S*)?$/, { error: "is no https:// address" })
    .meta({ description: "An address that begins with https://", examples: ["https://example.my.salesforce.com"] });

export const cloudflareId = z
    .string()
    .regex(/^[0-9a-f]{32}$/, { error: "is no Cloudflare identifier" })
    .meta({
        description: "32 hexadecimal digits, as the Cloudflare dashboard shows them",
        examples: ["023e105f4ecef8ad9ca31a8372d0c353"],
    });

export const variableName = z
    .string()
    .regex(/^[A-Z_][A-Z0-9_]{0,127}$/, { error: "is no name of an environment variable" })
    .meta({ description: "Capital letters, digits and underscores", examples: ["LOG_LEVEL"] });

/** Cloud Run, Secret Manager and Kubernetes names all fit in this. */
export const resourceName = z
    .string()
    .regex(/^[a-z]([a-z0-9-]{0,28}[a-z0-9])?$/, { error: "is no resource name" })
    .meta({ description: "At most 30 lower-case letters, digits and dashes", examples: ["voice-agent"] });

export const httpPath = z
    .string()
    .regex(/^\/[A-Za-z0-9._~/-]*$/, { error: "is no path" })
    .meta({ description: "A path that begins with /", examples: ["/health"] });

export const emailAddress = z
    .string()
    .max(254)
    .regex(/^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$/, {
        error: "is no e-mail address",
    })
    .meta({ description: "An e-mail address", examples: ["operator@example.com"] });

export const projectId = z
    .string()
    .regex(/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/, { error: "is no project identifier" })
    .meta({ description: "The identifier of a Google Cloud project", examples: ["acme-voice-staging"] });

export const projectNumber = z
    .string()
    .regex(/^\d{6,19}$/, { error: "is no project number" })
    .meta({
        description: "The number of a Google Cloud project, in quotes (`gcloud projects describe`)",
        examples: ["415104041262"],
    });

export const region = z
    .string()
    .regex(/^[a-z]+-[a-z]+\d{1,2}$/, { error: "is no region" })
    .meta({ description: "A Google Cloud region", examples: ["europe-west2"] });

export const stackName = z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/, { error: "is no stack's name" })
    .meta({ description: "The name of a stack", examples: ["staging"] });

export const bucketName = z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{1,61}[a-z0-9])$/, { error: "is no bucket name" })
    .meta({ description: "3 to 63 lower-case letters, digits and dashes", examples: ["acme-voice-staging-seed"] });

export const serviceAccountEmail = z
    .string()
    .regex(/^[a-z]([a-z0-9-]{4,28}[a-z0-9])@[a-z][a-z0-9-]{4,28}[a-z0-9]\.iam\.gserviceaccount\.com$/, {
        error: "is no service account",
    })
    .meta({
        description: "A service account of Google Cloud, by its address",
        examples: ["main-anonymiser@acme-voice-main.iam.gserviceaccount.com"],
    });

/** Five fields, as Cloud Scheduler reads them: https://cloud.google.com/scheduler/docs/configuring/cron-job-schedules */
export const cronSchedule = z
    .string()
    .regex(/^(\*|[0-9*/,-]+)( (\*|[0-9A-Za-z*/,-]+)){4}$/, { error: "is no schedule" })
    .meta({ description: "Minute, hour, day, month, day of the week", examples: ["0 1 * * 6"] });

/** Words that start a program. */
export const commandLine = z
    .array(z.string().min(1))
    .min(1)
    .meta({ description: "A program and its first arguments", examples: [["npm", "run"]] });

/** As the provider takes it: https://www.pulumi.com/registry/packages/docker/installation-configuration/ */
export const dockerHost = z
    .string()
    .regex(/^(unix:\/\/\/[\w./-]+|ssh:\/\/([\w.-]+@)?[A-Za-z0-9.-]+(:\d{1,5})?)$/, { error: "is no Docker Engine" })
    .meta({
        description: "A Docker Engine: the socket of the local one, or a host that is reached over SSH",
        examples: ["ssh://deploy@voice-host.example.com"],
    });

/** https://docs.docker.com/engine/storage/volumes/ */
export const volumeName = z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{1,127}$/, { error: "is no name of a volume" })
    .meta({
        description: "A volume of the Docker host, as `docker volume ls` shows it",
        examples: ["yarnify_db-data"],
    });

/** A host name in the environment's networks as well, so of letters that one may have. */
export const containerName = z
    .string()
    .regex(/^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/, { error: "is no name of a container" })
    .meta({
        description: "At most 63 lower-case letters, digits and dashes, a letter first",
        examples: ["yarnify-staging-db"],
    });

/** Of a database or a Redis. */
export const serverName = containerName
    .optional()
    .describe("On Docker: what the server's container is called, which is its host name in the environment");

export const ipv4 = z
    .ipv4({ error: "is no IPv4 address" })
    .meta({ description: "An IPv4 address of the host", examples: ["127.0.0.1"] });

export const port = z.int().min(1).max(65535);
