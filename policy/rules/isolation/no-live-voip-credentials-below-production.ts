import { belowProduction } from "../../../environment/tier";
import { voipCredentials } from "../../recognise";
import type { Rule } from "../../rule";
import { judged } from "../../views";

export const noLiveVoipCredentialsBelowProduction: Rule = {
    name: "no-live-voip-credentials-below-production",
    kind: "isolation",
    forbids: "Below production nothing may hold the live VoIP credentials.",
    why: "Whoever holds them can call real people in the company's name.",
    level: "mandatory",
    severity: "critical",
    requirements: ["ORA-10"],
    repair: "Use a sandbox account, in a secret and a variable that say so (VOIP_SANDBOX_PASSWORD), or none.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        if (!belowProduction(scope.environment.tier)) return;
        for (const resource of judged(scope)) {
            for (const { kind, because } of voipCredentials(scope, resource)) {
                if (kind !== "live") continue;
                yield {
                    urn: resource.urn,
                    message: `${because} holds VoIP credentials that do not say that they are a sandbox's.`,
                };
            }
        }
    },
};
