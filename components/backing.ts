import type { DataStore, Variable } from "../platforms/platform";

/** Something that a service leans on, a database or a cache: what the service must be told, allowed, and able to reach. */
export interface Backing {
    /** Environment variables of every service that uses it. */
    readonly variables: Readonly<Record<string, Variable>>;
    /** What a service needs permission for; empty where a password is all it takes. */
    readonly stores: readonly DataStore[];
    /** Whether it is reached at a private address. */
    readonly privateNetwork: boolean;
}
