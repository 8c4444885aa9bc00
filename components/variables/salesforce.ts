import { nothing, type Settings, texts } from "./settings";

export interface SalesforceArgs {
    /** What the environment may do; each level has an address and a credential under names of its own. */
    readonly access: "none" | "sandbox" | "read" | "write";
    /** The organisation's own address, `https://….my.salesforce.com`. Needed unless access is `none`. */
    readonly url?: string | undefined;
    /** The connected app's consumer key, which is public. */
    readonly clientId?: string | undefined;
}

const byAccess = {
    sandbox: { url: "SF_SANDBOX_URL", client: "SF_SANDBOX_CLIENT_ID", credential: "SF_SANDBOX_CLIENT_SECRET" },
    read: { url: "SF_URL", client: "SF_READONLY_CLIENT_ID", credential: "SF_READONLY_CLIENT_SECRET" },
    write: { url: "SF_URL", client: "SF_CLIENT_ID", credential: "SF_CLIENT_SECRET" },
} as const;

/**
 * A credential of the next level up has another name, so that no environment can be given it by pasting a value: code
 * that wants to write looks for `SF_CLIENT_SECRET`, which only production has. Without access nothing is set at all.
 */
export function salesforce({ access, url, clientId }: SalesforceArgs): Settings {
    if (access === "none") return nothing;
    const names = byAccess[access];
    const clear = texts({ SF_ACCESS: access, [names.url]: url, [names.client]: clientId });
    return { clear, secret: [names.credential] };
}
