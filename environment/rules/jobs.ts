import { quoted } from "../wording";
import { rule } from "./rule";

export const jobs = rule({
    name: "jobs",
    demands: "A migration has a PostgreSQL schema to migrate, and the customers that a job loads are mock ones",
    requirements: ["ORA-8", "MVA-2", "MVA-6"],
    needs: ["jobs", "database", "safeguards"],
    *check({ jobs: { migrate, loadCustomers }, database: { engine }, safeguards: { customers } }) {
        if (migrate !== undefined && engine !== "postgresql")
            yield {
                path: ["jobs", "migrate"],
                message: `there is no schema to migrate: ringfence:database.engine is ${quoted(engine)}`,
                repair: "remove it, or write postgresql at ringfence:database.engine",
            };
        if (loadCustomers !== undefined && customers !== "mock")
            yield {
                path: ["jobs", "loadCustomers"],
                message: `there are no mock customers to load: ringfence:safeguards.customers is ${customers === undefined ? "not given" : quoted(customers)}`,
                repair: "remove it, or write mock at ringfence:safeguards.customers, with customersFile",
            };
    },
});
