import type { Value } from "../../../../policy/facts";
import { sandboxMockDataOnly } from "../../../../policy/rules/isolation/sandbox-mock-data-only";
import { casesOf } from "../../cases";
import { image, preProduction, sandbox } from "../../environments";
import { output, resource, unknown, vaultSecret } from "../../facts-builders";
import { type Stack, stackOn } from "../../stack";

const mock = {
    CUSTOMERS_SOURCE: "mock",
    CUSTOMERS_FILE: "fixtures/customers.csv",
    SF_ACCESS: "sandbox",
    SF_SANDBOX_URL: "https://acme--beta.sandbox.my.salesforce.com",
    SF_SANDBOX_CLIENT_SECRET: { vault: "beta-salesforce-sandbox-client-secret" },
};

const file = "/fixtures/customers.csv";
/** A job that finds a text of the vault as a file; the stack writes the text itself, unless `data` says otherwise. */
const mounted = (mountPath: string, data: Value = "id,name\nmock-001,Ada"): Stack => ({
    variables: { CUSTOMERS_FILE: undefined },
    more: (beta) => {
        const secret = vaultSecret(beta, "gcp", "beta-mock-customers");
        const version = { secret: output(secret), secretData: data };
        const volume = { secret: output(secret, "secretId"), items: [{ path: "customers.csv", version: "latest" }] };
        const containers = [
            { image, envs: [{ name: "CUSTOMERS_FILE", value: file }], volumeMounts: [{ name: "file", mountPath }] },
        ];
        const template = { template: { containers, volumes: [{ name: "file", secret: volume }] } };
        const made = resource(beta, "gcp:secretmanager/secretVersion:SecretVersion", "text", version);
        const dependencies = [secret.urn, made.urn];
        const job = resource(beta, "gcp:cloudrunv2/job:Job", "load-customers", { template }, { dependencies });
        return [secret, made, job];
    },
});

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
        "a file that the stack itself writes and mounts": [mounted("/fixtures"), "gcp"],
        "a file that the stack itself writes into the container": [
            {
                variables: { CUSTOMERS_FILE: "/fixtures/customers.csv" },
                workload: {
                    inputs: { uploads: [{ file: "/fixtures/customers.csv", content: "id,name\nmock-001,Ada" }] },
                },
            },
            "docker",
        ],
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
        "a file in a folder where nothing of the stack is mounted": [
            mounted("/elsewhere"),
            /CUSTOMERS_FILE takes customers/,
            "gcp",
        ],
        "a file of the host": [
            {
                variables: { CUSTOMERS_FILE: "/fixtures/customers.csv" },
                workload: { inputs: { volumes: [{ hostPath: "/srv/fixtures", containerPath: "/fixtures" }] } },
            },
            /CUSTOMERS_FILE takes customers from elsewhere/,
            "docker",
        ],
        "a mounted text that comes from elsewhere": [
            mounted("/fixtures", unknown),
            /CUSTOMERS_FILE takes customers/,
            "gcp",
        ],
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
