import { leastPlan, type PlanLimits, planLimits } from "../schema/zone-plans";
import { durationText, type Seconds } from "../units";
import { oneOf, quoted } from "../wording";
import { type Finding, rule } from "./rule";

export const zonePlan = rule({
    name: "zone-plan",
    demands: "What is asked of the zone is within its Cloudflare plan",
    requirements: ["ORB-3", "ORB-4"],
    needs: ["zone"],
    *check({ zone }) {
        if (!zone?.managed) return;
        const { plan, cache, rateLimit } = zone;
        const { shortestEdgeTtl } = planLimits[plan];
        if (cache.edgeTtl < shortestEdgeTtl)
            yield beyond(
                ["zone", "cache", "edgeTtl"],
                `${durationText(cache.edgeTtl)} is shorter than the plan ${quoted(plan)} takes`,
                `at least ${durationText(shortestEdgeTtl)}`,
                (limits) => limits.shortestEdgeTtl <= cache.edgeTtl,
            );
        if (rateLimit === undefined) return;
        for (const [key, choices, meaning] of [
            ["period", "periods", "no period that the plan %s counts over"],
            ["block", "blocks", "no time that the plan %s refuses an address for"],
        ] as const) {
            const asked = rateLimit[key];
            const possible = planLimits[plan].rateLimit[choices];
            if (possible.includes(asked)) continue;
            yield beyond(
                ["zone", "rateLimit", key],
                `${durationText(asked)} is ${meaning.replace("%s", quoted(plan))}`,
                choice(possible),
                (limits) => limits.rateLimit[choices].includes(asked),
            );
        }
    },
});

function beyond(
    path: Finding["path"],
    message: string,
    possible: string,
    can: (limits: PlanLimits) => boolean,
): Finding {
    const enough = leastPlan(can);
    const elsewhere =
        enough === undefined ? "" : `, or ${quoted(enough)} at ringfence:zone.plan if that is what you pay for`;
    return { path, message, repair: `write ${possible}${elsewhere}` };
}

const choice = (values: readonly Seconds[]): string => oneOf(values.map(durationText));
