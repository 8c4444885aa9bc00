import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("derived-variables");
const variable = (name: string, service = "api") => `ringfence:${service}.variables.${name}`;

describe("the rule derived-variables", () => {
    it("accepts variables of the application's own, and addresses of what the program does not make", () => {
        accepts("production", { [variable("FEATURE_X")]: "on" });
        accepts("sandbox", { [variable("REDIS_URL")]: "redis://localhost:6379" });
    });
    it("MVA-5 refuses to open Salesforce by a variable", () => {
        for (const name of ["SF_ACCESS", "SF_URL"])
            refuses(
                "pre-production",
                { [variable(name)]: "write" },
                {
                    key: variable(name),
                    message: `${name} follows from ringfence:integrations.salesforce`,
                    repair: "remove it",
                },
            );
    });
    it("ACG-6 ORA-10 refuses to open by a variable what the safeguards shut", () => {
        for (const name of ["ENABLE_DEBUG_ENDPOINTS", "ENABLE_BETA_FEATURES", "VOIP_SYNC_ENABLED", "CUSTOMERS_SOURCE"])
            refuses(
                "production",
                { [variable(name, "gateway")]: "true" },
                {
                    key: variable(name, "gateway"),
                    message: "follows from ringfence:safeguards",
                    repair: "ringfence:safeguards",
                },
            );
    });
    it("MVA-8 refuses another store of records than the environment's, where it has one", () => {
        const records = { "ringfence:audit.records": {} };
        const elsewhere = { [variable("AUDIT_BUCKET")]: "acme-records" };
        accepts("pre-production", elsewhere);
        refuses(
            "pre-production",
            { ...records, ...elsewhere },
            {
                key: variable("AUDIT_BUCKET"),
                message: "AUDIT_BUCKET follows from ringfence:audit.records",
                repair: "write what is meant at ringfence:audit.records",
            },
        );
    });
    it("ORA-6 refuses another database or Redis than the environment's", () => {
        for (const name of ["DATABASE_URL", "REDIS_URL"])
            refuses(
                "pre-production",
                { [variable(name)]: "postgresql://elsewhere.example/voice" },
                { key: variable(name), message: `${name} follows from ringfence:`, repair: "write what is meant" },
            );
    });
    it("refuses to call the environment by another name", () => {
        refuses(
            "pre-production",
            { [variable("ENVIRONMENT", "web")]: "main" },
            { key: variable("ENVIRONMENT", "web"), message: "follows from the stack's name", repair: "remove it" },
        );
    });
});
