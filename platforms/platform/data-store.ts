import type * as pulumi from "@pulumi/pulumi";
import type { Identity } from "./identity";

export interface DataStore {
    /** Grants `identity` what a client of the store needs, and no more; empty where a password is all it takes. */
    grant(name: string, identity: Identity, parent: pulumi.Resource): readonly pulumi.Resource[];
}

/** What exists already is taken over with its data, and protected from then on. */
export interface Adoption {
    /** Whether its settings become those of the arguments; otherwise it stays as it is. */
    readonly align: boolean;
}
