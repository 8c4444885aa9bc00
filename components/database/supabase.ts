import type { Backing } from "../backing";
import { type PoolArgs, pool } from "../variables/pool";

export interface SupabaseArgs {
    readonly engine: "supabase";
    /** The project's address, `https://….supabase.co`. */
    readonly url: string;
    /** The project's anonymous key: public by design, row-level security guards the data. */
    readonly anonKey: string;
    readonly pool?: PoolArgs | undefined;
}

/** A PostgreSQL that Supabase runs: reached over the internet by address and public key, so nothing is made here. */
export const supabase = ({ url, anonKey, pool: connections }: SupabaseArgs): Backing => ({
    variables: { EXPO_PUBLIC_SUPABASE_URL: url, EXPO_PUBLIC_SUPABASE_ANON_KEY: anonKey, ...pool(connections) },
    stores: [],
    privateNetwork: false,
});
