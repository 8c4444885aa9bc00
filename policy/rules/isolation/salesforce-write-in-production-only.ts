import { isProduction } from "../../../environment/tier";
import { salesforceUse } from "../../recognise";
import type { Rule } from "../../rule";
import { judged } from "../../views";

export const salesforceWriteInProductionOnly: Rule = {
    name: "salesforce-write-in-production-only",
    kind: "isolation",
    forbids: "Nothing outside production may be able to write to the live Salesforce organisation.",
    why: "A test that writes there changes real leads, and nobody can tell them from real ones afterwards.",
    level: "mandatory",
    severity: "critical",
    requirements: ["MVA-5"],
    repair: "Use the Salesforce sandbox (SF_ACCESS=sandbox with its own secret) or, in pre-production, the read-only credential.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        if (isProduction(scope.environment.tier)) return;
        for (const resource of judged(scope)) {
            const use = salesforceUse(scope, resource);
            if (use?.kind !== "write") continue;
            yield {
                urn: resource.urn,
                message: `${use.because} may write to the live Salesforce organisation, which only production may.`,
            };
        }
    },
};
