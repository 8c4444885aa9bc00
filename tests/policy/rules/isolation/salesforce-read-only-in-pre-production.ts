import { salesforceReadOnlyInPreProduction } from "../../../../policy/rules/isolation/salesforce-read-only-in-pre-production";
import { casesOf } from "../../cases";
import { preProduction, production, sandbox, shared } from "../../environments";
import { stackOn } from "../../stack";

const readOnly = {
    SF_ACCESS: "read",
    SF_URL: "https://acme.my.salesforce.com",
    SF_READONLY_CLIENT_SECRET: { vault: "salesforce-read-only-client-secret" },
};
const undeclared = preProduction({ integrations: {} });

export default casesOf(
    salesforceReadOnlyInPreProduction,
    stackOn({ environment: preProduction(), variables: readOnly }),
    {},
    {
        "production reads": { environment: production() },
        "a sandbox with the sandbox organisation": {
            environment: sandbox(),
            variables: {
                SF_ACCESS: "sandbox",
                SF_URL: undefined,
                SF_READONLY_CLIENT_SECRET: undefined,
                SF_SANDBOX_URL: "https://test.salesforce.com",
            },
        },
    },
    {
        "a sandbox that reads": [{ environment: sandbox() }, /which a sandbox environment may not have/],
        "a shared stack that reads": [{ environment: shared() }, /which a shared environment may not have/],
        "a pre-production environment that does not declare it": [
            { environment: undeclared },
            /which this environment does not declare/,
        ],
        "one that declares the sandbox only": [
            {
                environment: preProduction({
                    integrations: {
                        salesforce: { access: "sandbox", url: "https://acme--uat.sandbox.my.salesforce.com" },
                    },
                }),
            },
            /does not declare/,
        ],
    },
);
