import { casesOf } from "../fixtures";

const { accepts, refuses } = casesOf("jobs");

describe("the rule jobs", () => {
    it("accepts a migration of PostgreSQL and mock customers of any database", () => {
        accepts("production", { "ringfence:jobs": { migrate: {} } });
        accepts("sandbox", { "ringfence:jobs": { loadCustomers: { timeout: "5m", retries: 2 } } });
    });
    it("ORA-8 refuses a migration where there is no schema", () => {
        refuses(
            "sandbox",
            { "ringfence:jobs": { migrate: {} } },
            {
                key: "ringfence:jobs.migrate",
                message: 'ringfence:database.engine is "firestore"',
                repair: "write postgresql at ringfence:database.engine",
            },
        );
    });
    it("MVA-6 refuses to load customers that are not mock ones", () => {
        refuses(
            "production",
            { "ringfence:jobs": { loadCustomers: {} } },
            {
                key: "ringfence:jobs.loadCustomers",
                message: 'ringfence:safeguards.customers is "salesforce"',
                repair: "write mock at ringfence:safeguards.customers",
            },
        );
    });
});
