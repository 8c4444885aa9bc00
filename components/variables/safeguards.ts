import { inClear, type Settings } from "./settings";

export interface SafeguardsArgs {
    /** Where customers come from: `mock` is the CSV file. Default: nothing is said, for an application without any. */
    readonly customers?: "mock" | "salesforce" | undefined;
    /** The mock customers, a CSV file in the image. */
    readonly customersFile?: string | undefined;
    /** Default: false. */
    readonly debugEndpoints?: boolean | undefined;
    /** Default: false. */
    readonly betaFeatures?: boolean | undefined;
}

/** Every switch is said, off as well as on. */
export const safeguards = (args: SafeguardsArgs): Settings =>
    inClear({
        CUSTOMERS_SOURCE: args.customers,
        CUSTOMERS_FILE: args.customersFile,
        ENABLE_DEBUG_ENDPOINTS: args.debugEndpoints ?? false,
        ENABLE_BETA_FEATURES: args.betaFeatures ?? false,
    });
