import type { Tier } from "../../environment/tier";
import type { Apis } from "./apis";
import type { Network } from "./network";
import type { Rotation } from "./rotation/rotation";
import type { ServiceAgents } from "./service-agents";

/** What the builders of single resources know of the environment's place in Google Cloud. */
export interface Foundation {
    readonly environment: string;
    readonly tier: Tier;
    readonly project: string;
    readonly region: string;
    readonly apis: Apis;
    readonly network: Network;
    readonly agents: ServiceAgents;
    /** Absent, secrets are not rotated. */
    readonly rotation?: Rotation | undefined;
}
