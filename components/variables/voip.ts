import { type Settings, texts } from "./settings";

export interface VoipArgs {
    /** Which credentials the environment holds. Default: none. */
    readonly credentials?: "none" | "sandbox" | "live" | undefined;
    /** The account's name at the provider. */
    readonly username?: string | undefined;
    /** Whether it synchronises with the provider. Default: false. */
    readonly sync?: boolean | undefined;
    /** Without credentials: whether the variables of the live ones are there, empty. Default: false. */
    readonly blank?: boolean | undefined;
}

const byCredentials = {
    none: undefined,
    sandbox: { username: "VOIP_SANDBOX_USERNAME", password: "VOIP_SANDBOX_PASSWORD" },
    live: { username: "VOIP_USERNAME", password: "VOIP_PASSWORD" },
} as const;

/** The switch is always there: code that finds none must not have to guess. */
export function voip({ credentials = "none", username, sync = false, blank = false }: VoipArgs): Settings {
    const names = byCredentials[credentials];
    if (names === undefined) {
        const { username: user, password } = byCredentials.live;
        const empty = blank ? { [user]: "", [password]: "" } : {};
        return { clear: texts({ VOIP_SYNC_ENABLED: sync, ...empty }), secret: [] };
    }
    return { clear: texts({ VOIP_SYNC_ENABLED: sync, [names.username]: username }), secret: [names.password] };
}
