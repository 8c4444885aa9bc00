import type * as pulumi from "@pulumi/pulumi";
import type { DocumentStoreArgs, Platform } from "../../platforms/platform";
import type { Backing } from "../backing";

export interface FirestoreArgs {
    readonly engine: "firestore";
    /** Region or multi-region, `europe-west2`, `eur3`. Default: the platform's region. */
    readonly location?: string | undefined;
    /** Takes over a database that exists instead of making one. */
    readonly adopt?: DocumentStoreArgs["adopt"];
}

/** A document database of the environment's own. Who may use it is a permission, so there is no secret. */
export function firestore(name: string, platform: Platform, args: FirestoreArgs, parent: pulumi.Resource): Backing {
    const store = platform.documents(name, { location: args.location, adopt: args.adopt }, parent);
    return { variables: { FIRESTORE_DATABASE: store.databaseName }, stores: [store], privateNetwork: false };
}
