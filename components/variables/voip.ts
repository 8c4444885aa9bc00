import { type Settings, texts } from "./settings";

export interface VoipArgs {
    /** Which credentials the environment holds. Default: none. */
    readonly credentials?: "none" | "sandbox" | "live" | undefined;
    /** The account's name at the provider. */
    readonly username?: string | undefined;
    /** Whether it synchronises with the provider. Default: false. */
    readonly sync?: boolean | undefined;
}

const byCredentials = {
    none: undefined,
    sandbox: { username: "VOIP_SANDBOX_USERNAME", password: "VOIP_SANDBOX_PASSWORD" },
    live: { username: "VOIP_USERNAME", password: "VOIP_PASSWORD" },
} as const;

/** The switch is always there: code that finds none must not have to guess. */
export function voip({ credentials = "none", username, sync = false }: VoipArgs): Settings {
    const names = byCredentials[credentials];
    if (names === undefined) return { clear: texts({ VOIP_SYNC_ENABLED: sync }), secret: [] };
    return { clear: texts({ VOIP_SYNC_ENABLED: sync, [names.username]: username }), secret: [names.password] };
}
