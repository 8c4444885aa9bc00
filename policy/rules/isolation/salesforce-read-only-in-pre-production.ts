import { isProduction } from "../../../environment/tier";
import { salesforceUse } from "../../recognise";
import type { Rule } from "../../rule";
import { judged } from "../../views";

export const salesforceReadOnlyInPreProduction: Rule = {
    name: "salesforce-read-only-in-pre-production",
    kind: "isolation",
    forbids:
        "Below production only a pre-production environment that declares it may read the live Salesforce organisation.",
    why: "The read-only sync of pre-production is the one declared exception to keeping production data out; an undeclared one is a leak.",
    level: "mandatory",
    severity: "critical",
    requirements: ["MVA-3", "MVA-6"],
    repair: "Use the Salesforce sandbox, or declare `integrations.salesforce.access: read` in a pre-production stack.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        const { tier, integrations } = scope.environment;
        if (isProduction(tier)) return;
        if (tier === "pre-production" && integrations.salesforce.access === "read") return;
        const whose =
            tier === "pre-production" ? "this environment does not declare" : `a ${tier} environment may not have`;
        for (const resource of judged(scope)) {
            const use = salesforceUse(scope, resource);
            if (use?.kind !== "read") continue;
            yield {
                urn: resource.urn,
                message: `${use.because} reads the live Salesforce organisation, which ${whose}.`,
            };
        }
    },
};
