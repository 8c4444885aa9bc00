import * as pulumi from "@pulumi/pulumi";
import type { DataStore, Platform, Variable } from "../platforms/platform";
import type { Backing } from "./backing";
import { type FirestoreArgs, firestore } from "./database/firestore";
import { type PostgreSqlArgs, postgresql } from "./database/postgresql";
import { type SupabaseArgs, supabase } from "./database/supabase";

export type DatabaseArgs = { readonly platform: Platform } & (PostgreSqlArgs | FirestoreArgs | SupabaseArgs);

/**
 * Where the environment's data lives: PostgreSQL or Firestore on the platform, or a Supabase project.
 *
 * @example
 * new Database("db", { platform, engine: "postgresql", storage: gibibytes(20), pool: { max: 20 } });
 */
export class Database extends pulumi.ComponentResource implements Backing {
    readonly variables: Readonly<Record<string, Variable>>;
    readonly stores: readonly DataStore[];
    readonly privateNetwork: boolean;

    constructor(name: string, args: DatabaseArgs, opts?: pulumi.ComponentResourceOptions) {
        super("ringfence:index:Database", name, { engine: args.engine }, opts);
        const { variables, stores, privateNetwork } = backing(name, args, this);
        this.variables = variables;
        this.stores = stores;
        this.privateNetwork = privateNetwork;
        this.registerOutputs({ engine: args.engine });
    }
}

function backing(name: string, args: DatabaseArgs, parent: pulumi.Resource): Backing {
    switch (args.engine) {
        case "postgresql":
            return postgresql(name, args.platform, args, parent);
        case "firestore":
            return firestore(name, args.platform, args, parent);
        case "supabase":
            return supabase(args);
    }
}
