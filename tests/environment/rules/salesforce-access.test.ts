import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("salesforce-access");
const access = "ringfence:integrations.salesforce.access";
const url = "ringfence:integrations.salesforce.url";
const mock = {
    "ringfence:safeguards.customers": "mock",
    "ringfence:safeguards.customersFile": "fixtures/customers.csv",
};

describe("the rule salesforce-access", () => {
    it("accepts the sandbox in the sandbox, reading in pre-production and writing in production", () => {
        accepts("sandbox");
        accepts("pre-production");
        accepts("production");
        accepts("production", { [access]: "read" });
    });
    it("MVA-5 refuses Salesforce write access below production", () => {
        refuses(
            "pre-production",
            { [access]: "write" },
            {
                key: access,
                message: '"write" is for production alone, and this stack\'s tier is pre-production',
                repair: 'write "read", "sandbox" or "none"',
            },
        );
    });
    it("MVA-6 refuses that a sandbox reads or writes real customers", () => {
        for (const value of ["read", "write"])
            refuses(
                "sandbox",
                { [access]: value, [url]: "https://acme.my.salesforce.com" },
                { key: access, message: `"${value}" is for`, repair: 'write "sandbox" or "none"' },
            );
    });
    it("demands an address unless there is no access", () => {
        refuses(
            "production",
            { [url]: undefined },
            { key: url, message: 'is missing, and the access is "write"', repair: "https://acme.my.salesforce.com" },
        );
        accepts("sandbox", { [access]: "none", [url]: undefined });
    });
    it("MVA-2 refuses the real organisation where the sandbox is meant", () => {
        refuses(
            "sandbox",
            { [url]: "https://acme.my.salesforce.com" },
            {
                key: url,
                message: "acme.my.salesforce.com is no Salesforce sandbox",
                repair: ".sandbox.my.salesforce.com",
            },
        );
        accepts("sandbox", { [url]: "https://test.salesforce.com" });
    });
    it("MVA-3 refuses a sandbox where real leads are meant", () => {
        for (const address of ["https://test.salesforce.com", "https://acme--uat.sandbox.my.salesforce.com/x"])
            refuses(
                "pre-production",
                { [url]: address },
                { key: url, message: 'is a Salesforce sandbox, and the access is "read"', repair: "another access" },
            );
    });
    it("does not take the look of a sandbox in the path for a sandbox", () => {
        accepts("production", { [url]: "https://acme.my.salesforce.com/test.salesforce.com" });
    });
    it("lets pre-production do without Salesforce", () => {
        accepts("pre-production", { [access]: "none", [url]: undefined, ...mock });
    });
});
