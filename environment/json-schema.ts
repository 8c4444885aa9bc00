import { z } from "zod";
import { concernNames, concerns, dockerEngine, googleCloud, namespace } from "./schema/environment";

/** A JSON Schema, of the draft that yaml-language-server understands best. */
export type JsonSchema = { [key: string]: JsonSchema | unknown };

const services = ["api", "gateway", "web"];
/** What `pulumi config set --secret` writes in place of a value. */
const encrypted = {
    type: "object",
    description: "A value that Pulumi encrypted",
    properties: { secure: { type: "string" } },
    required: ["secure"],
    additionalProperties: false,
};

/**
 * The JSON Schema of a whole stack file, by which an editor completes and checks it. It knows the shape of every value;
 * rules over several values are left to the review. Nothing is required at the top, since Pulumi.yaml may hold any key
 * for all stacks.
 */
export function stackFileSchema(): JsonSchema {
    const properties: Record<string, JsonSchema> = {};
    for (const name of concernNames) properties[`${namespace}:${name}`] = schemaOf(concerns.shape[name]);
    for (const name of services) acceptEncryptedVariables(properties[`${namespace}:${name}`]);
    acceptOnlyEncryptedValues(properties[`${namespace}:secrets`]);
    for (const [provider, { shape }] of Object.entries({ gcp: googleCloud, docker: dockerEngine }))
        for (const [name, schema] of Object.entries(shape)) properties[`${provider}:${name}`] = schemaOf(schema);
    return {
        $schema: "http://json-schema.org/draft-07/schema#",
        title: "A stack file: one environment",
        type: "object",
        properties: {
            config: {
                type: "object",
                description: "The environment, one key a concern, and the settings of providers",
                properties,
                patternProperties: { [`^(?!${namespace}:)[^:]+:(config:)?[^:]+$`]: true },
                additionalProperties: false,
            },
            environment: { description: "Environments of Pulumi ESC that this stack imports" },
            secretsprovider: { type: "string", description: "What encrypts the stack's secrets" },
            encryptedkey: { type: "string", description: "The data key, encrypted by the secrets provider" },
            encryptionsalt: { type: "string", description: "The salt of the passphrase" },
        },
        required: ["config"],
        additionalProperties: false,
    };
}

/** What a person writes, so before defaults are filled in and units are parsed. */
function schemaOf(schema: z.ZodType): JsonSchema {
    const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-7", reused: "inline" });
    return rest;
}

function acceptEncryptedVariables(service: JsonSchema | undefined): void {
    const variables = below(below(service, "properties"), "variables");
    variables.additionalProperties = { anyOf: [variables.additionalProperties, encrypted] };
}

function acceptOnlyEncryptedValues(secrets: JsonSchema | undefined): void {
    const properties = below(below(secrets, "additionalProperties"), "properties");
    const { description } = below(properties, "value");
    properties.value = { ...encrypted, description };
}

/** Part of a schema that this file counts on: without it the schema has been changed and this file has not. */
function below(schema: JsonSchema | undefined, key: string): JsonSchema {
    const found = schema?.[key];
    if (found === undefined || found === null || typeof found !== "object")
        throw new TypeError(`the JSON Schema has no ${key} where secrets may stand`);
    return found as JsonSchema;
}
