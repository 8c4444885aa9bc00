import type * as pulumi from "@pulumi/pulumi";
import type { Adoption, DataStore } from "./data-store";

export interface DocumentStoreArgs {
    /** Default: the platform's region. */
    readonly location?: string | undefined;
    /** Takes over a database that exists. */
    readonly adopt?: (Adoption & { readonly database: string }) | undefined;
}
export interface DocumentStore extends DataStore {
    readonly databaseName: pulumi.Output<string>;
    readonly resource: pulumi.Resource;
}
