import { type Settings, texts } from "./settings";

export interface VoipArgs {
    /** Which credentials the environment holds. Default: none. */
    readonly credentials?: "none" | "sandbox" | "live" | undefined;
    /** Whether it synchronises with the provider. Default: false. */
    readonly sync?: boolean | undefined;
}

const credential = { none: [], sandbox: ["VOIP_SANDBOX_PASSWORD"], live: ["VOIP_PASSWORD"] } as const;

/** The switch is always there: code that finds none must not have to guess. */
export const voip = ({ credentials = "none", sync = false }: VoipArgs): Settings => ({
    clear: texts({ VOIP_SYNC_ENABLED: sync }),
    secret: credential[credentials],
});
