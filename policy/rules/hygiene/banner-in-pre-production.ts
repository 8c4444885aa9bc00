import { serviceNameOf } from "../../../environment/defaults";
import type { Rule } from "../../rule";
import { isUnknown, pieces, type Workload, workloads } from "../../views";

export const bannerInPreProduction: Rule = {
    name: "banner-in-pre-production",
    kind: "hygiene",
    forbids: "The web front end of a pre-production environment must show a banner, production's must not.",
    why: "Staging looks like production, and a user who cannot tell them apart works in the wrong one.",
    level: "mandatory",
    severity: "medium",
    requirements: ["ORA-9", "ORA-13"],
    repair: "Set `safeguards.banner` in pre-production (STAGING ENVIRONMENT), and leave it out in production.",
    platforms: ["gcp", "docker", "kubernetes"],
    *check(scope) {
        const { tier } = scope.environment;
        if (tier !== "pre-production" && tier !== "production") return;
        const web = serviceNameOf(scope.environment, "web");
        for (const workload of workloads(scope)) {
            const { urn } = workload.resource;
            const shown = showsBanner(workload);
            if (tier === "production" && shown === true)
                yield { urn, message: `"${workload.name}" shows a banner in production.` };
            if (tier === "pre-production" && isWeb(workload, web) && shown === false)
                yield { urn, message: `"${workload.name}" shows no banner that tells it from production.` };
        }
    },
};

const isWeb = ({ name, labels, variables }: Workload, web: string): boolean =>
    name === web || labels.component === "web" || variables.some((variable) => variable.name === "NEXT_PUBLIC_API_URL");

/** Nothing where it cannot be told yet: Docker writes name and value as one text. */
function showsBanner({ variables }: Workload): boolean | undefined {
    const banners = variables.filter(({ name }) => /(^|_)BANNER$/.test(name));
    if (banners.some(({ value }) => isUnknown(value) || pieces(value).text.trim() !== "")) return true;
    return variables.some(({ name }) => name === "") ? undefined : false;
}
