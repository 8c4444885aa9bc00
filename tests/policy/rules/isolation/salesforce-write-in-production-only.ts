import { salesforceWriteInProductionOnly } from "../../../../policy/rules/isolation/salesforce-write-in-production-only";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox, shared } from "../../environments";
import { resource, unknown, vaultSecret } from "../../facts-builders";
import { stackOn } from "../../stack";

const live = "https://acme.my.salesforce.com";
const readOnly = {
    SF_ACCESS: "read",
    SF_URL: live,
    SF_READONLY_CLIENT_SECRET: { vault: "staging-salesforce-read-only-client-secret" },
};
const none = { SF_ACCESS: undefined, SF_URL: undefined, SF_READONLY_CLIENT_SECRET: undefined };
const onlySandbox = {
    ...none,
    SF_ACCESS: "sandbox",
    SF_SANDBOX_URL: "https://acme--uat.sandbox.my.salesforce.com",
    SF_SANDBOX_CLIENT_SECRET: { vault: "staging-salesforce-sandbox-client-secret" },
};
const readWrite = {
    ...none,
    SF_ACCESS: "write",
    SF_URL: live,
    SF_CLIENT_SECRET: { vault: "staging-salesforce-read-write-client-secret" },
};
const mayWrite = /may write to the live Salesforce organisation/;

export default casesOf(
    salesforceWriteInProductionOnly,
    stackOn({ environment: preProduction(), variables: readOnly }),
    {},
    {
        "production writes": { environment: production(), variables: readWrite },
        "no Salesforce at all": { variables: none },
        "the sandbox organisation": { variables: onlySandbox },
        "names that only look like Salesforce": {
            variables: {
                ...none,
                SFTP_HOST: "sftp.example.net",
                TRANSFER_URL: "https://transfer.example.net",
                WORKFORCE: "x",
            },
        },
        "a link to Salesforce's manual": {
            variables: { ...none, HELP_URL: "https://help.salesforce.com/s/articleView" },
        },
        "an integration that is switched off": { variables: { ...none, SALESFORCE_ENABLED: "false" } },
        "texts that only look like Salesforce": {
            variables: {
                ...none,
                CONFIG: '{"SFTP_HOST":"x","TRANSFER_LIMIT":1,"SF_ACCESS":"none"}',
                LINK: "https://example.net/?sf=1&sf_view=2",
                SCRIPT: "sf=1; this.sf=2; sf_x==3; sf_y=>4; node . --transfer=on",
            },
        },
        "an access that is passed on": { variables: { START: "run --sf-access=$SF_ACCESS" } },
        "a read-only credential in the data of its secret": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:secretmanager/secretVersion:SecretVersion", "version", {
                        secret: "staging-salesforce-read-only",
                        secretData: '{"SF_PASSWORD":"x"}',
                    }),
                ],
            },
            "gcp",
        ],
        "a read-only secret in the vault": [
            { runs: false, more: (staging) => [vaultSecret(staging, "gcp", "staging-salesforce-read-only")] },
            "gcp",
        ],
    },
    {
        "staging with SF_ACCESS=write": [{ variables: { SF_ACCESS: "write" } }, mayWrite],
        "SF_ACCESS=read-write": [{ variables: { SF_ACCESS: "read-write" } }, mayWrite],
        "an access that is not known yet": [
            { variables: { SF_ACCESS: unknown } },
            /variable SF_ACCESS may write/,
            "gcp",
            "kubernetes",
            "cloudflare",
        ],
        "staging with the read-write secret": [{ variables: readWrite }, mayWrite],
        "the read-write secret beside SF_ACCESS=read": [
            { variables: { SF_CLIENT_SECRET: { vault: "staging-salesforce-read-write-client-secret" } } },
            /may write/,
        ],
        "a secret that does not say what it opens": [
            { variables: { SF_CLIENT_SECRET: { vault: "staging-salesforce-client-secret" } } },
            /variable SF_CLIENT_SECRET may write/,
        ],
        "an address without an access word": [{ variables: { ...none, SF_URL: live } }, /variable SF_URL may write/],
        "a live address behind SF_SANDBOX_URL": [
            { variables: { ...onlySandbox, SF_SANDBOX_URL: live } },
            /variable SF_SANDBOX_URL may write/,
        ],
        "an address under any other name": [
            { variables: { ...none, CRM_URL: "https://login.salesforce.com" } },
            mayWrite,
        ],
        ...Object.fromEntries(
            [
                '{"SF_ACCESS":"write"}',
                '{"env":"{\\"SF_ACCESS\\": \\"write\\"}"}',
                "PORT=80\nSF_ACCESS=write\n",
                "run --sf-access=write",
                "docker run --env=SF_ACCESS=write",
                'sh -c "SF_ACCESS=write node ."',
            ].map((text) => [`the text ${text}`, [{ variables: { ...none, BUNDLE: text } }, mayWrite]] as const),
        ),
        "an argument of the container": [
            {
                variables: none,
                workload: { template: { containers: [{ image: "web", command: ["run", "--sf-access=write"] }] } },
            },
            /sf-access in the property .*command.* may write/,
            "gcp",
            "kubernetes",
        ],
        "the data of a secret": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:secretmanager/secretVersion:SecretVersion", "version", {
                        secret: "staging-settings",
                        secretData: '{"SF_ACCESS":"write"}',
                    }),
                ],
            },
            /SF_ACCESS in the secret "staging-settings" may write/,
            "gcp",
        ],
        "a config map": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "kubernetes:core/v1:ConfigMap", "settings", {
                        data: { dotenv: "SF_ACCESS=write" },
                    }),
                ],
            },
            mayWrite,
            "kubernetes",
        ],
        "a start-up script": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:compute/instance:Instance", "machine", {
                        metadataStartupScript: "#!/bin/sh\nexport SF_ACCESS=write\n",
                    }),
                ],
            },
            mayWrite,
            "gcp",
        ],
        "a force.com address": [{ variables: { ...none, LEADS_API: "https://acme.lightning.force.com/x" } }, mayWrite],
        "a variable of Salesforce's older name": [{ variables: { ...none, LEADS_SFDC_USER: "agent" } }, mayWrite],
        "a sandbox that writes": [{ environment: sandbox(), variables: readWrite }, mayWrite],
        "a shared stack that writes": [{ environment: shared(), variables: readWrite }, mayWrite],
        "a label that says Salesforce": [
            { variables: none, workload: { inputs: { labels: { integration: "salesforce" } } } },
            /label integration may write/,
            "gcp",
        ],
        "a job that is named for Salesforce": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudrunv2/job:Job", "job", { name: "salesforce-sync-staging" }),
                ],
            },
            /may write/,
            "gcp",
        ],
        "a read-write secret in the vault": [
            { runs: false, more: (staging) => [vaultSecret(staging, "gcp", "staging-salesforce-read-write")] },
            /secret "staging-salesforce-read-write" may write/,
            "gcp",
        ],
        "a resource of an unknown type that calls Salesforce": [
            {
                runs: false,
                more: (staging) => [
                    resource(staging, "gcp:cloudscheduler/job:Job", "hourly", {
                        httpTarget: { uri: "https://acme.my.salesforce.com/services/apexrest/sync" },
                    }),
                ],
            },
            /property httpTarget.uri may write/,
            "gcp",
        ],
    },
);
