import type { Settings } from "./settings";

export interface VonageArgs {
    /** Each environment's own: two that share one would take each other's calls. */
    readonly applicationId: string;
}

export const vonage = ({ applicationId }: VonageArgs): Settings => ({
    clear: { VONAGE_APPLICATION_ID: applicationId },
    secret: ["VONAGE_PRIVATE_KEY"],
});
