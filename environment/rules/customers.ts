import { quoted } from "../wording";
import { rule } from "./rule";

export const customers = rule({
    name: "customers",
    demands:
        "A sandbox works on mock customers from a file, and customers come from Salesforce only where it may be read",
    requirements: ["MVA-2", "MVA-6"],
    needs: ["tier", "integrations", "safeguards"],
    *check({ tier, integrations: { salesforce }, safeguards }) {
        const readable = salesforce.access === "read" || salesforce.access === "write";
        if (tier === "sandbox" && safeguards.customers === "salesforce")
            yield {
                path: ["safeguards", "customers"],
                message: '"salesforce" brings real customers into a sandbox',
                repair: 'write "mock"',
            };
        else if (safeguards.customers === "salesforce" && !readable)
            yield {
                path: ["safeguards", "customers"],
                message: `"salesforce" needs read access to Salesforce, and the access is ${quoted(salesforce.access)}`,
                repair: 'write "mock", or "read" at ringfence:integrations.salesforce.access',
            };
        if (tier === "production" && safeguards.customers === "mock")
            yield {
                path: ["safeguards", "customers"],
                message: '"mock" gives production customers that do not exist',
                repair: 'write "salesforce", or leave it out',
            };
        else if (safeguards.customers === "mock" && safeguards.customersFile === undefined)
            yield {
                path: ["safeguards", "customersFile"],
                message: "is missing: mock customers come from a file",
                repair: "write the path of a CSV file, for example fixtures/customers.csv",
            };
    },
});
