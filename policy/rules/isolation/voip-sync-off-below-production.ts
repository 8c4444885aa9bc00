import { belowProduction } from "../../../environment/tier";
import { voipSync } from "../../recognise";
import type { Rule } from "../../rule";
import { judged } from "../../views";

export const voipSyncOffBelowProduction: Rule = {
    name: "voip-sync-off-below-production",
    kind: "isolation",
    forbids: "Below production nothing may synchronise with the VoIP provider.",
    why: "The provider has one set of real numbers and calls, and a second synchronisation overwrites them.",
    level: "mandatory",
    severity: "high",
    requirements: ["ORA-10"],
    repair: "Set VOIP_SYNC_ENABLED to false.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        if (!belowProduction(scope.environment.tier)) return;
        for (const resource of judged(scope)) {
            for (const because of voipSync(scope, resource)) {
                yield { urn: resource.urn, message: `${because} may switch VoIP synchronisation on below production.` };
            }
        }
    },
};
