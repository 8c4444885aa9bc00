import * as pulumi from "@pulumi/pulumi";
import { fingerprint } from "../platforms/names";
import type { Backing } from "./backing";
import { type JobRunSettings, type JobSettings, runJob, tenMinutes } from "./job";
import { ofPrimary } from "./variables/job-database";

export interface MockCustomersArgs extends JobSettings, JobRunSettings {
    /** Where they are loaded to. */
    readonly database: Backing;
    /** They are loaded for each release anew: another release may keep other columns of them. */
    readonly release: string;
    /** The customers, as a CSV file with a header; at most 64 KiB. */
    readonly csv: string;
    /** What must have ended before: the migration. Default: nothing. */
    readonly after?: readonly pulumi.Resource[] | undefined;
}

const file = "/fixtures/customers.csv";

/**
 * Customers that do not exist, loaded from a CSV file into the database of an environment that has no real ones. The job
 * finds the file in its own file system, by way of the vault, which hands a text of up to 64 KiB to a job as a file; it
 * runs when the file or the release is another. Default: the
 * image's argument is `load-customers`; 10 min, no second try.
 *
 * @example
 * new MockCustomers("customers", { platform, database, image, release: "r8", csv: readFileSync("customers.csv", "utf8") });
 */
export class MockCustomers extends pulumi.ComponentResource {
    constructor(name: string, args: MockCustomersArgs, opts?: pulumi.ComponentResourceOptions) {
        const { platform, database, release, csv, after = [] } = args;
        super("ringfence:index:MockCustomers", name, { release }, opts);
        const text = platform.secret(`${name}-file`, { called: "mock-customers", value: csv, renewal: "public" }, this);
        runJob(
            `${name}-load`,
            args,
            args,
            {
                kind: "load-customers",
                usual: { args: ["load-customers"], timeout: tenMinutes, retries: 0 },
                variables: {
                    ...ofPrimary(database.variables),
                    CUSTOMERS_SOURCE: "mock",
                    CUSTOMERS_FILE: file,
                },
                uses: database.stores,
                privateNetwork: database.privateNetwork,
                files: [{ path: file, text }],
                after,
                runs: { when: "needed", because: [release, fingerprint(csv, 64)] },
            },
            this,
        );
        this.registerOutputs({});
    }
}
