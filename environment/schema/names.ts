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
