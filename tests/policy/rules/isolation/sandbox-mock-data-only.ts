import { sandboxMockDataOnly } from "../../../../policy/rules/isolation/sandbox-mock-data-only";
import { casesOf } from "../../cases";
import { preProduction, sandbox } from "../../environments";
import { unknown } from "../../facts-builders";
import { stackOn } from "../../stack";

const mock = {
    CUSTOMERS_SOURCE: "mock",
    CUSTOMERS_FILE: "fixtures/customers.csv",
    SF_ACCESS: "sandbox",
    SF_SANDBOX_URL: "https://acme--beta.sandbox.my.salesforce.com",
    SF_SANDBOX_CLIENT_SECRET: { vault: "beta-salesforce-sandbox-client-secret" },
};

export default casesOf(
    sandboxMockDataOnly,
    stackOn({ environment: sandbox(), variables: mock }),
    {},
    {
        "customers of the Salesforce sandbox": { variables: { CUSTOMERS_SOURCE: "salesforce" } },
        ...Object.fromEntries(
            ["csv", "fake", "dummy", "fixtures/customers.csv", "none", "test"].map(
                (source) => [`customers from ${source}`, { variables: { CUSTOMERS_SOURCE: source } }] as const,
            ),
        ),
        "a file of the program's own": {
            variables: { CUSTOMERS_FILE: "./data/customers-2.csv", CUSTOMER_URL: "mock" },
        },
        "what is only about customers": { variables: { CUSTOMER_LIMIT: "100", LEADS_PAGE_SIZE: "20" } },
        "a source of something else": { variables: { VOICE_PROVIDER: "gemini", EVENT_SOURCE: "web" } },
        "staging reads real customers": {
            environment: preProduction(),
            variables: {
                CUSTOMERS_SOURCE: "salesforce",
                SF_ACCESS: "read",
                SF_SANDBOX_URL: "https://acme.my.salesforce.com",
            },
        },
    },
    {
        "the live organisation": [
            { variables: { SF_ACCESS: "read", SF_SANDBOX_URL: "https://acme.my.salesforce.com" } },
            /reaches live Salesforce data from a sandbox/,
        ],
        ...Object.fromEntries(
            [
                ["CUSTOMERS_FILE", "../../main/customers.csv"],
                ["CUSTOMERS_FILE", "/mnt/customers.csv"],
                ["CUSTOMERS_FILE", "gs://dump/test.csv"],
                ["CUSTOMERS_FILE", "customers.sql"],
                ["CUSTOMER_URL", "https://crm.example/test/mock.csv"],
                ["CUSTOMERS_SOURCE", "https://crm.example/mock"],
                ["CUSTOMERS_ENDPOINT", "crm.example"],
                ["CUSTOMER_HOST", "test.crm.example"],
            ].map(
                ([name = "", value]) =>
                    [`${name}=${value}`, [{ variables: { [name]: value } }, /takes customers/]] as const,
            ),
        ),
        "a file that a secret holds": [
            { variables: { CUSTOMERS_FILE: { vault: "beta-mock-customers" } } },
            /CUSTOMERS_FILE takes customers/,
        ],
        "an address that may be live": [{ variables: { SF_URL: "https://acme.my.salesforce.com" } }, /reaches live/],
        "customers from elsewhere": [
            { variables: { CUSTOMERS_SOURCE: "hubspot" } },
            /variable CUSTOMERS_SOURCE takes customers from elsewhere/,
        ],
        "customers of a Salesforce that is not the sandbox": [
            {
                variables: {
                    CUSTOMERS_SOURCE: "salesforce",
                    SF_ACCESS: undefined,
                    SF_SANDBOX_URL: undefined,
                    SF_SANDBOX_CLIENT_SECRET: undefined,
                },
            },
            /takes customers from elsewhere/,
        ],
        ...Object.fromEntries(
            ["CRM_URL", "LEADS_PROVIDER", "CUSTOMER_BACKEND", "LEAD_IMPORT", "CUSTOMERS", "LEADS"].map(
                (name) => [`customers by ${name}`, [{ variables: { [name]: "hubspot" } }, /takes customers/]] as const,
            ),
        ),
        "a source that is not known yet": [
            { variables: { LEADS_SOURCE: unknown } },
            /LEADS_SOURCE/,
            "gcp",
            "kubernetes",
            "cloudflare",
        ],
        "a dump of customers": [
            { variables: { CUSTOMER_DUMP: "gs://acme-voice-beta-dump/latest.sql" } },
            /CUSTOMER_DUMP/,
        ],
    },
);
