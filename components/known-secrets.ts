import { kebab } from "../platforms/names";

/** What is known of a secret before anybody says anything of it. */
export interface KnownSecret {
    /** Name in the vault, after the environment's. It says which system the secret opens and how far. */
    readonly called: string;
    /** Length of a value that the program makes up. */
    readonly generate?: number;
    readonly suppliedBy?: string;
    readonly purpose?: string;
    /** Labels by which a reader of the vault, or a rule, knows what the secret opens. */
    readonly labels?: Readonly<Record<string, string>>;
}

const salesforce = (access: "sandbox" | "read-only" | "read-write", purpose: string): KnownSecret => ({
    called: `salesforce-${access}-client-secret`,
    labels: { integration: "salesforce", access },
    suppliedBy: "the Salesforce administrator",
    purpose,
});
const voip = (access: "sandbox" | "live"): KnownSecret => ({
    called: `voip-${access}-password`,
    labels: { integration: "voip", access },
    suppliedBy: "the VoIP provider's portal",
    purpose: `Signs in to the VoIP provider's ${access} account`,
});

const storageKey = {
    suppliedBy: "the owner of the storage that backups go to",
    purpose: "Puts the database's dumps into storage outside the host",
};

const known: Readonly<Record<string, KnownSecret>> = {
    BACKUP_ACCESS_KEY_ID: { ...storageKey, called: "backup-access-key-id" },
    BACKUP_SECRET_ACCESS_KEY: { ...storageKey, called: "backup-secret-access-key" },
    API_KEY_JWT_SECRET: { called: "api-key-jwt-secret", generate: 64, purpose: "Signs the API's keys" },
    DATABASE_PASSWORD: {
        called: "database-password",
        suppliedBy: "whoever made the database that is taken over",
        purpose: "Opens the database that is taken over",
    },
    GEMINI_API_KEY: {
        called: "gemini-api-key",
        labels: { integration: "gemini" },
        suppliedBy: "Google AI Studio",
        purpose: "Model calls of the voice gateway",
    },
    OPENAI_API_KEY: {
        called: "openai-api-key",
        labels: { integration: "openai" },
        suppliedBy: "the OpenAI organisation's owner",
        purpose: "Model calls of the API",
    },
    SF_SANDBOX_CLIENT_SECRET: salesforce("sandbox", "Signs in to the Salesforce sandbox"),
    SF_READONLY_CLIENT_SECRET: salesforce("read-only", "Signs in to Salesforce as a user that can only read"),
    SF_CLIENT_SECRET: salesforce("read-write", "Signs in to Salesforce as a user that may write"),
    VOIP_SANDBOX_PASSWORD: voip("sandbox"),
    VOIP_PASSWORD: voip("live"),
    SMTP_PASSWORD: {
        called: "smtp-password",
        suppliedBy: "the owner of the mail server",
        purpose: "Signs in to the server that sends the alerts",
    },
    VONAGE_PRIVATE_KEY: {
        called: "vonage-private-key",
        labels: { integration: "vonage" },
        suppliedBy: "the Vonage dashboard, at the application",
        purpose: "Signs the calls of this environment's Vonage application",
    },
};

/** What is known of the secret that `variable` receives; of any other, a name made of the variable's. */
export const knownSecret = (variable: string): KnownSecret => known[variable] ?? { called: kebab(variable) };
