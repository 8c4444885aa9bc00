import { vonageApplications } from "../../recognise";
import type { Rule } from "../../rule";
import { judged, unprovenOrigin } from "../../views";

export const ownVonageApplication: Rule = {
    name: "own-vonage-application",
    kind: "isolation",
    forbids: "A workload may use no other Vonage application than the one that its environment declares.",
    why: "Two environments on one application answer each other's calls.",
    level: "mandatory",
    severity: "critical",
    requirements: ["MVA-10"],
    repair: "Declare the application in `integrations.vonage.applicationId` and use that value.",
    platforms: ["gcp", "docker", "kubernetes", "cloudflare"],
    *check(scope) {
        const declared = scope.environment.integrations.vonage?.applicationId;
        for (const resource of judged(scope)) {
            for (const { name, value } of vonageApplications(scope, resource)) {
                if (value === undefined || value === declared) continue;
                const why =
                    typeof value === "string"
                        ? declared === undefined
                            ? "this environment declares none"
                            : "it is not the one that this environment declares"
                        : unprovenOrigin(scope, value);
                if (why === undefined) continue;
                yield { urn: resource.urn, message: `The variable ${name} names a Vonage application, and ${why}.` };
            }
        }
    },
};
