import * as pulumi from "@pulumi/pulumi";
import type { Tier } from "../../environment";
import { GoogleCloud } from "../../platforms/gcp";
import { planned, type Registered } from "./engine";

export const location = { project: "acme-voice-dev", region: "europe-west2" };

export const cloud = (tier: Tier = "sandbox"): GoogleCloud =>
    new GoogleCloud("cloud", { environment: "dev", tier, ...location });

/** What one call of the platform makes, in an environment `dev` of this tier. */
export const plannedOn = (
    tier: Tier,
    use: (platform: GoogleCloud, parent: pulumi.Resource) => unknown,
): Promise<readonly Registered[]> =>
    planned(() => use(cloud(tier), new pulumi.ComponentResource("test:index:Parent", "parent")));
