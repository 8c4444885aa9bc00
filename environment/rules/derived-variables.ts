import { services } from "../defaults";
import { rule } from "./rule";

/** Variables that say which environment it is and what it may do, and the key that each is derived from. */
const derivedFrom: Readonly<Record<string, string>> = {
    ENVIRONMENT: "the stack's name",
    TIER: "ringfence:tier",
    SF_ACCESS: "ringfence:integrations.salesforce.access",
    SF_URL: "ringfence:integrations.salesforce.url",
    SF_SANDBOX_URL: "ringfence:integrations.salesforce.url",
    VONAGE_APPLICATION_ID: "ringfence:integrations.vonage.applicationId",
    VOIP_SYNC_ENABLED: "ringfence:safeguards.voipSync",
    CUSTOMERS_SOURCE: "ringfence:safeguards.customers",
    CUSTOMERS_FILE: "ringfence:safeguards.customersFile",
    ENABLE_DEBUG_ENDPOINTS: "ringfence:safeguards.debugEndpoints",
    ENABLE_BETA_FEATURES: "ringfence:safeguards.betaFeatures",
    QUEUE_PREFIX: "the stack's name",
    WHISPER_URL: "ringfence:transcription",
    BANNER: "ringfence:safeguards.banner",
    NEXT_PUBLIC_BANNER: "ringfence:safeguards.banner",
};

export const derivedVariables = rule({
    name: "derived-variables",
    demands: "No variable of a service overrides what the environment says of itself and of its data",
    requirements: ["MVA-5", "MVA-10", "ORA-6", "ORA-9", "ORA-10", "ACG-6"],
    needs: ["api", "gateway", "web", "database", "redis", "audit"],
    *check(environment) {
        const from = new Map(Object.entries(derivedFrom));
        if (environment.database.engine === "postgresql") from.set("DATABASE_URL", "ringfence:database");
        if (environment.redis !== undefined) from.set("REDIS_URL", "ringfence:redis");
        if (environment.audit.records !== undefined) from.set("AUDIT_BUCKET", "ringfence:audit.records");
        for (const service of services)
            for (const name of Object.keys(environment[service].variables)) {
                const key = from.get(name);
                if (key !== undefined)
                    yield {
                        path: [service, "variables", name],
                        message: `${name} follows from ${key}, and here it would override it`,
                        repair: key.startsWith("ringfence:")
                            ? `remove it, and write what is meant at ${key}`
                            : "remove it",
                    };
            }
    },
});
