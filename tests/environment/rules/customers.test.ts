import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("customers");
const customers = "ringfence:safeguards.customers";
const file = "ringfence:safeguards.customersFile";

describe("the rule customers", () => {
    it("accepts mock customers from a file in the sandbox and Salesforce's above it", () => {
        accepts("sandbox", { [customers]: "mock" });
        accepts("production", { [customers]: "salesforce" });
        accepts("pre-production", { [customers]: "mock", [file]: "fixtures/customers.csv" });
        accepts("sandbox", { [customers]: undefined, [file]: undefined });
    });
    it("MVA-6 refuses customers from Salesforce in the sandbox", () => {
        refuses(
            "sandbox",
            { [customers]: "salesforce" },
            { key: customers, message: "brings real customers into a sandbox", repair: 'write "mock"' },
        );
    });
    it("MVA-2 demands the file of the mock customers in the sandbox", () => {
        refuses(
            "sandbox",
            { [file]: undefined },
            { key: file, message: "is missing: mock customers come from a file", repair: "fixtures/customers.csv" },
        );
    });
    it("refuses mock customers in production", () => {
        refuses(
            "production",
            { [customers]: "mock" },
            { key: customers, message: "customers that do not exist", repair: 'write "salesforce"' },
        );
    });
    it("refuses customers from Salesforce where it may not be read", () => {
        refuses(
            "pre-production",
            { "ringfence:integrations.salesforce": { access: "none" } },
            { key: customers, message: 'the access is "none"', repair: "ringfence:integrations.salesforce.access" },
        );
    });
});
